using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>All that is known of the windows of a scope on one day.</summary>
internal static class WindowRows
{
    private static readonly string Windows =
        $"""
        SELECT path, windows.version, last_event_ms, cells.version IS NOT NULL, {ReadStatements.CellColumns}
        FROM windows LEFT JOIN cells ON cells.window_id = windows.window_id AND business_day = $5
        WHERE {ReadStatements.InScope} AND windows.version > 0 ORDER BY path
        """;

    public static ImmutableArray<WindowRecord> Read(NpgsqlConnection connection, UnitPath scope, BusinessDay day)
    {
        var open = connection.Rows(
            $"SELECT path, {ReadStatements.OpenColumns} FROM windows JOIN open_subjects USING (window_id) WHERE {ReadStatements.InScope}",
            ReadStatements.Scope(scope),
            static row => (Window: ReadStatements.PathAt(row, 0), Subject: ReadStatements.OpenAt(row, 1))).ToLookup(static pair => pair.Window, static pair => pair.Subject);
        var items = ReadStatements.Items(connection, scope, day);
        return [.. connection.Rows(Windows, ReadStatements.Scope(scope, day.Number), row => At(row, open, items))];
    }

    private static WindowRecord At(NpgsqlDataReader row, ILookup<UnitPath, OpenSubject> open, Dictionary<UnitPath, ItemStock> items)
    {
        var path = ReadStatements.PathAt(row, 0);
        var tally = row.GetBoolean(3) ? ReadStatements.TallyAt(row, 4) : Tally.Zero;
        return new WindowRecord(path, row.GetInt64(1), row.GetInt64(2), tally, items.GetValueOrDefault(path), [.. open[path]]);
    }
}
