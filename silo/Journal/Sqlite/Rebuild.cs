using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Throws away what follows from the events and counts it anew, in one transaction: when the tables are of an older program, or when the
/// terms of counting have changed. The events are never touched.
/// </summary>
internal static class Rebuild
{
    private const string CountedUnder = "counted_under";

    /// <returns>True when the cells were counted under other terms than these, or never.</returns>
    public static bool IsDue(SqliteConnection writer, CountingTerms terms) =>
        !string.Equals(CountedUnderOf(writer), terms.Fingerprint, StringComparison.Ordinal);

    public static string? CountedUnderOf(SqliteConnection connection) => (string?)connection.Scalar($"SELECT value FROM meta WHERE name = '{CountedUnder}'");

    /// <returns>The number of events read.</returns>
    public static long Run(SqliteConnection writer, CountingTerms terms, IProgress<long>? progress)
    {
        writer.Run(
            $"""
            BEGIN IMMEDIATE; DELETE FROM cells; DELETE FROM open_subjects; DELETE FROM item_uses;
            UPDATE windows SET last_event_ms = COALESCE((
                SELECT MAX(occurred_ms) FROM events WHERE events.window_id = windows.window_id AND subject_kind <> {(int)SubjectKind.Item}), 0);
            """);
        long events;
        using (var statements = new WriteStatements(writer, terms)) events = RebuiltCells.Write(new StoredEvents(writer), statements, terms, progress);
        using var note = writer.Prepared($"INSERT OR REPLACE INTO meta (name, value) VALUES ('{CountedUnder}', $1)").With(terms.Fingerprint);
        note.ExecuteNonQuery();
        writer.Run("COMMIT");
        return events;
    }
}
