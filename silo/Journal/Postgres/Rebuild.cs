using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Throws away what follows from the events and counts it anew, in the transaction that runs: when the terms of counting have changed. The events are never touched.</summary>
internal static class Rebuild
{
    /// <returns>True when the cells were counted under other terms than these, or never.</returns>
    public static bool IsDue(NpgsqlConnection connection, CountingTerms terms) => !string.Equals(Notes.Read(connection, Notes.CountedUnder), terms.Fingerprint, StringComparison.Ordinal);

    /// <returns>The number of events read.</returns>
    public static long Run(NpgsqlConnection connection, CountingTerms terms, IProgress<long>? progress)
    {
        connection.Run(
            $"""
            DELETE FROM cells; DELETE FROM open_subjects; DELETE FROM item_uses;
            UPDATE windows SET last_event_ms = COALESCE((
                SELECT MAX(occurred_ms) FROM events WHERE events.window_id = windows.window_id AND subject_kind <> {(int)SubjectKind.Item}), 0);
            """);
        var rows = new TransactionRows(connection, terms, openKeptFromMs: 0);
        var events = RebuiltCells.Write(new StoredEvents(connection), rows, terms, progress);
        rows.Flush();
        Notes.Write(connection, Notes.CountedUnder, terms.Fingerprint);
        return events;
    }
}
