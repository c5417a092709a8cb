using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// What a journal must stand before a server shows its numbers: the log is read back, the file is looked through, tables and cells are brought
/// up to date, and the open days are recounted from their events. What does not stand it is refused and never repaired.
/// </summary>
public sealed partial class StartCheck(DataDirectory directory, CountingTerms terms, JournalOptions options, TimeProvider clock, ILogger logger)
{
    public StartProgress Progress { get; init; } = new();

    /// <exception cref="DataDirectoryException">The journal is damaged, or its numbers are not those of its events.</exception>
    public void Run(CancellationToken cancellation)
    {
        if (!File.Exists(directory.JournalFile)) return;
        using var connection = SqliteJournal.Connect(directory);
        try
        {
            connection.Open();
            // A file that is not known to be sound yet is not written to, also not when the connection is closed.
            WriteBack.Forbid(connection);
            ReadLog(connection);
            if (options.CheckAtStart) LookThrough(connection);
            else Log.NotLookedThrough(logger, directory.JournalFile);
            Progress.Step = "The tables are being brought up to date.";
            SqliteJournal.Prepare(connection, terms, logger);
            RecountOpenDays(cancellation);
        }
        catch (SqliteException fault)
        {
            throw DataDirectoryException.Of(directory.JournalFile, fault);
        }
    }

    // The first read brings back what a crash left in the log, up to the last whole commit.
    private void ReadLog(SqliteConnection connection)
    {
        Progress.Step = "The log is being read back.";
        var log = new FileInfo(directory.JournalFile + "-wal");
        var (bytes, since) = (log.Exists ? log.Length : 0, clock.GetTimestamp());
        connection.Scalar("SELECT COUNT(*) FROM sqlite_schema");
        Log.LogRead(logger, directory.JournalFile, connection.ServerVersion, bytes, clock.GetElapsedTime(since).TotalMilliseconds);
    }

    private void LookThrough(SqliteConnection connection)
    {
        var bytes = new FileInfo(directory.JournalFile).Length;
        Progress.Step = $"The file is being looked through ({bytes >> 20} MiB).";
        var since = clock.GetTimestamp();
        var finding = (string)connection.Scalar("PRAGMA quick_check(1)")!;
        if (finding != "ok") throw DataDirectoryException.Damaged(directory.JournalFile, finding);
        Log.LookedThrough(logger, directory.JournalFile, bytes >> 20, clock.GetElapsedTime(since).TotalMilliseconds);
    }

    private void RecountOpenDays(CancellationToken cancellation)
    {
        var today = BusinessDay.Of(clock.GetUtcNow());
        var since = clock.GetTimestamp();
        var result = new OpenDaysRecount(() => new OpenDaysRows(SqliteJournal.OpenReader(directory.JournalFile, isPooled: false)), terms, new BusinessDay(today.Number - terms.SealAfterDays), today.Next)
            .Run((done, windows) => Progress.Step = $"The open days are being recounted: {done} of {windows} windows.", cancellation);
        if (!result.Equal) throw Wrong(result);
        Log.Recounted(logger, result.Cells, result.Events, clock.GetElapsedTime(since).TotalMilliseconds);
    }

    private DataDirectoryException Wrong(RecountResult result)
    {
        var first = result.Differences[0];
        return new DataDirectoryException(
            $"{directory.JournalFile}: {result.Differences.Length} figures of the open days are not what their events say; the first is {first.Window} {first.Figure}, "
            + $"stored {first.Stored}, recounted {first.Recounted}. Nothing was changed. 'opsboard recount' names them all; 'opsboard recount --anew' counts them from the events, which are the truth (docs/operations.md).");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{File}: SQLite {Version}, a log of {Bytes} bytes read back in {Milliseconds:0} ms.")]
        public static partial void LogRead(ILogger logger, string file, string version, long bytes, double milliseconds);

        [LoggerMessage(LogLevel.Information, "{File} was looked through: {MiB} MiB are sound, in {Milliseconds:0} ms.")]
        public static partial void LookedThrough(ILogger logger, string file, long miB, double milliseconds);

        [LoggerMessage(LogLevel.Warning, "{File} was not looked through, because Journal:CheckAtStart is false: a damage would show later, and then in a number.")]
        public static partial void NotLookedThrough(ILogger logger, string file);

        [LoggerMessage(LogLevel.Information, "The open days were recounted: {Cells} cells from {Events} events are right, in {Milliseconds:0} ms.")]
        public static partial void Recounted(ILogger logger, long cells, long events, double milliseconds);
    }
}
