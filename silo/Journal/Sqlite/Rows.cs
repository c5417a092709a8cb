using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The rows of one run of a <see cref="Statement"/>, one after the other. Columns count from 0.</summary>
internal readonly struct Rows(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    /// <returns>False behind the last row.</returns>
    /// <exception cref="SqliteException">The run failed.</exception>
    public bool Read()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public byte GetByte(int column) => checked((byte)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    /// <exception cref="InvalidOperationException">The column is null.</exception>
    public string GetString(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <exception cref="InvalidOperationException">The column is null.</exception>
    public byte[] GetBlob(int column) => Bytes(column).ToArray();

    public object? GetValue(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBlob(column),
        raw.SQLITE_NULL => null,
        var other => throw new InvalidOperationException($"Column {column} holds a value of type {other}: the journal keeps whole numbers, texts and bytes."),
    };

    // What went wrong in a run was told by Read; here it is told once more.
    public void Dispose() => _ = raw.sqlite3_reset(statement);

    // The text of a database in UTF-8 as it stands there; null texts are a defect of the statement, and not an empty text.
    private ReadOnlySpan<byte> Bytes(int column) =>
        IsDBNull(column) ? throw new InvalidOperationException($"Column {column} is null.") : raw.sqlite3_column_blob(statement, column);
}
