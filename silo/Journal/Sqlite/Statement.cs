using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// A statement that is parsed once and run often; its parameters are called <c>$1</c>, <c>$2</c>, …. It goes to SQLite itself: the commands
/// of Microsoft.Data.Sqlite look up each parameter by its name, box each value and look for further statements at every run, which took
/// longer than SQLite does. Used by one thread at a time; one run of it is read at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int MostOnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // Of each parameter its place in SQLite's order, which is that of first appearance.
    private readonly int[] _places;

    /// <exception cref="SqliteException">It cannot be parsed, or names what is not there.</exception>
    /// <exception cref="ArgumentException">These are several statements.</exception>
    public Statement(SqliteConnection connection, string sql)
        : this(connection.Handle!, sql, out var rest)
    {
        if (!string.IsNullOrWhiteSpace(rest)) throw new ArgumentException($"There is another statement behind the first: {rest}", nameof(sql));
    }

    private Statement(sqlite3 database, string sql, out string rest)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement, out rest));
        _places = new int[raw.sqlite3_bind_parameter_count(_statement) + 1];
        for (var place = 1; place < _places.Length; place++)
            _places[int.Parse(raw.sqlite3_bind_parameter_name(_statement, place).utf8_to_string().AsSpan(1), CultureInfo.InvariantCulture)] = place;
    }

    /// <summary>The statements of a script, in their order. What one of them needs must be there before the first runs.</summary>
    public static Statement[] All(SqliteConnection connection, string script)
    {
        var statements = new List<Statement>();
        for (var rest = script; !string.IsNullOrWhiteSpace(rest);) statements.Add(new Statement(connection.Handle!, rest, out rest));
        return [.. statements];
    }

    /// <summary>Gives the parameters from the first on their values; they hold until they are given others.</summary>
    public Statement With(params ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++) Bind(i + 1, values[i]);
        return this;
    }

    /// <param name="parameter">From 1 on.</param>
    public void Bind(int parameter, SqlValue value)
    {
        if (value.IsNumber) Check(raw.sqlite3_bind_int64(_statement, _places[parameter], value.Number));
        else if (value.Reference is string text) BindText(_places[parameter], text);
        else if (value.Reference is byte[] bytes) Bind(parameter, bytes);
        else Check(raw.sqlite3_bind_null(_statement, _places[parameter]));
    }

    /// <inheritdoc cref="Bind(int, SqlValue)"/>
    // Nothing has no address, and what has no address would be null.
    public void Bind(int parameter, ReadOnlySpan<byte> bytes) => Check(bytes.IsEmpty
        ? raw.sqlite3_bind_zeroblob(_statement, _places[parameter], 0)
        : raw.sqlite3_bind_blob(_statement, _places[parameter], bytes));

    /// <returns>How many rows were inserted, changed or deleted.</returns>
    public int ExecuteNonQuery()
    {
        using var rows = ExecuteReader();
        while (rows.Read())
        {
            // What it returns is not asked for.
        }

        return raw.sqlite3_changes(_database);
    }

    /// <returns>The first column of the first row as a <see langword="long"/>, a <see langword="string"/> or an array of bytes; null when it is null, or there is no row.</returns>
    public object? ExecuteScalar()
    {
        using var rows = ExecuteReader();
        return rows.Read() ? rows.GetValue(0) : null;
    }

    /// <summary>Begins a run; it ends when the rows are disposed.</summary>
    public Rows ExecuteReader() => new(_database, _statement);

    public void Dispose() => _statement.Dispose();

    private void BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_statement, place, ""));
            return;
        }

        byte[]? rented = null;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= MostOnStack ? stackalloc byte[MostOnStack] : rented = ArrayPool<byte>.Shared.Rent(most);
        Check(raw.sqlite3_bind_text(_statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
