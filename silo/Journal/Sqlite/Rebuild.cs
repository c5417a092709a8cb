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
        var count = new EventCount(writer, terms, progress);
        using (var statements = new WriteStatements(writer, terms))
        {
            foreach (var county in count.Windows(null).GroupBy(static window => window.Path.Parent.Parent)) Write(county, count, statements);
        }

        using var note = writer.Prepared($"INSERT OR REPLACE INTO meta (name, value) VALUES ('{CountedUnder}', $1)").With(terms.Fingerprint);
        note.ExecuteNonQuery();
        writer.Run("COMMIT");
        return count.Events;
    }

    private static void Write(IGrouping<UnitPath, (long Id, UnitPath Path, long Version)> county, EventCount count, WriteStatements statements)
    {
        var uses = new List<ItemUse>();
        foreach (var (id, path, version) in county)
        {
            var counted = count.Count(id, path, version);
            var window = statements.WindowOf(path);
            foreach (var (day, tally) in counted.Cells) statements.PutCell(window, day, tally);
            foreach (var open in counted.Open.Values) statements.PutOpen(id, open);
            foreach (var (use, cases) in counted.Uses) statements.AddUse(window, use, cases);
            uses.AddRange(counted.Uses.Keys);
        }

        foreach (var cell in count.CountItems(county.Key, uses).GroupBy(static row => (row.Window, row.Mark.Day)))
        {
            var window = statements.WindowOf(cell.Key.Window);
            var builder = new TallyBuilder(statements.CellOf(window.Id, cell.Key.Day) ?? Tally.Zero);
            foreach (var (_, mark) in cell) builder.Add(mark);
            statements.PutCell(window, cell.Key.Day, builder.ToTally());
        }
    }
}
