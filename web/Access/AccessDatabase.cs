using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Access;

/// <summary>
/// <c>access.db</c> beside the journal: who may send and see, and the trail of what was done about it. The server and the verbs open it at
/// the same time. It has a rollback journal: the packaged SQLite can corrupt a write-ahead log that two connections write at the same moment.
/// </summary>
public sealed class AccessDatabase
{
    private readonly string _connection;

    /// <param name="directory">The data directory, which exists.</param>
    /// <exception cref="AccessDatabaseException">The file cannot be opened, or a newer program wrote it.</exception>
    public AccessDatabase(string directory)
    {
        File = Path.Combine(directory, "access.db");
        _connection = new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, ForeignKeys = true, DefaultTimeout = 10 }.ConnectionString;
        try
        {
            OwnersOnly.Create(File);
            Write(AccessSchema.Bring);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new AccessDatabaseException($"{File} cannot be opened: {fault.Message}", fault);
        }
    }

    public string File { get; }

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = Open();
        return read(connection);
    }

    /// <summary>Runs in one transaction that nobody else writes beside; on an exception nothing of it stays.</summary>
    public T Write<T>(Func<SqliteConnection, T> write)
    {
        using var connection = Open();
        Run(connection, "PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
        var result = write(connection);
        Run(connection, "COMMIT");
        return result;
    }

    public void Write(Action<SqliteConnection> write) => Write(connection =>
    {
        write(connection);
        return true;
    });

    /// <param name="values">Of the parameters <c>$1</c>, <c>$2</c> and so on.</param>
    internal static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i] ?? DBNull.Value);
        return command;
    }

    /// <returns>How many rows were changed.</returns>
    internal static int Run(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <returns>The first value; null where there is none.</returns>
    internal static object? Scalar(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    // Not pooled: it is opened seldom, and a file that was restored over is then seen at once. A connection that is closed rolls back.
    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }
}
