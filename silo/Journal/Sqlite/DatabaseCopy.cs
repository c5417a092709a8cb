using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Copies a database as it stood at one moment, while others write it. The connection to it is read-only: it can neither write nor write the log
/// back, so it keeps clear of the WAL-reset fault of SQLite before 3.51.3. While it reads, the log of the original grows.
/// </summary>
public static class DatabaseCopy
{
    // 16 MiB: often enough to say how far it is.
    private const int PagesAtOnce = 4_096;

    /// <param name="to">A file that is empty or missing; when this returns it is one whole file, without a log beside it, and on the disk.</param>
    /// <param name="progress">The share that is done, 0 to 1.</param>
    /// <exception cref="DataDirectoryException">The original is damaged or cannot be read.</exception>
    /// <exception cref="SqliteException">The copy cannot be written.</exception>
    public static void Copy(string from, string to, IProgress<double>? progress, CancellationToken cancellation)
    {
        Batteries_V2.Init();
        using var original = Open(from, SqliteOpenMode.ReadOnly);
        using (var copy = Open(to, SqliteOpenMode.ReadWriteCreate))
        {
            // Nobody reads a copy that is not whole, so it needs no log and no sync of its own.
            copy.Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
            Begin(original, from);
            CopyPages(original, copy, progress, cancellation);
            // A log beside it would be forgotten by whoever copies the file on; a server brings it back.
            copy.Run("PRAGMA journal_mode = DELETE");
        }

        using var written = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    // Held until the end, so that each step sees the same state and what is written meanwhile does not begin the copy anew.
    private static void Begin(SqliteConnection original, string file)
    {
        try
        {
            original.Run("BEGIN DEFERRED");
            original.Scalar("SELECT COUNT(*) FROM sqlite_schema");
        }
        catch (SqliteException fault)
        {
            throw DataDirectoryException.Of(file, fault);
        }
    }

    private static void CopyPages(SqliteConnection original, SqliteConnection copy, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var pages = raw.sqlite3_backup_init(copy.Handle, "main", original.Handle, "main");
        var result = raw.SQLITE_OK;
        while (result == raw.SQLITE_OK)
        {
            cancellation.ThrowIfCancellationRequested();
            result = raw.sqlite3_backup_step(pages, PagesAtOnce);
            var (left, all) = (raw.sqlite3_backup_remaining(pages), raw.sqlite3_backup_pagecount(pages));
            progress?.Report(all == 0 ? 1 : 1 - ((double)left / all));
        }

        if (result != raw.SQLITE_DONE) throw new SqliteException(raw.sqlite3_errmsg(copy.Handle).utf8_to_string(), result);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
