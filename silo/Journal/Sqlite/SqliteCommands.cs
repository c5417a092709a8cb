using Microsoft.Data.Sqlite;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Short forms for the statements of this folder.</summary>
internal static class SqliteCommands
{
    /// <summary>A reader waits so long where another has the file for itself for a moment: when the log is recovered, or begun anew.</summary>
    private const int PatienceMs = 30_000;

    public static void BePatient(SqliteConnection connection) => SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, PatienceMs);

    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>A statement that is parsed once and run often; its parameters are called <c>$1</c>, <c>$2</c>, ….</summary>
    public static Statement Prepared(this SqliteConnection connection, string sql) => new(connection, sql);
}
