using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Writes the log (WAL) back into the database when it has grown. The writer alone does it, after its answers have gone, and sees each failed
/// write or sync; what SQLite does by itself after a commit hides them, and tries again.
/// </summary>
internal sealed class WriteBack(SqliteConnection writer, int pages)
{
    private int _written;

    /// <returns>Whether it was due.</returns>
    /// <exception cref="SqliteException">A write or a sync failed. What is acknowledged is safe in the log.</exception>
    public bool RunWhenDue()
    {
        raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        _written += written;
        if (_written < pages) return false;
        // While somebody reads an old state, not all can be written back: then a little later again.
        _written = Run() ? 0 : pages - (pages / 10);
        return true;
    }

    /// <summary>After a fault nothing is written or synced any more, also not when the connection is closed.</summary>
    public static void Forbid(SqliteConnection writer) => raw.sqlite3_db_config(writer.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    private bool Run()
    {
        using var command = writer.Prepared("PRAGMA wal_checkpoint(PASSIVE)");
        using var reader = command.ExecuteReader();
        reader.Read();
        var (log, back) = (reader.GetInt64(1), reader.GetInt64(2));
        return log == back;
    }
}
