using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>How rows become values, and how a scope becomes a condition.</summary>
internal static class ReadStatements
{
    public static readonly string CellColumns = string.Join(", ", CounterColumns.All.Select(static column => $"cells.{column}")) + ", cells.waits, cells.handling, cells.trend";

    public static ItemStock ItemsAt(Rows reader, int column) => new(
        reader.GetInt64(column), reader.GetInt64(column + 1), reader.GetInt64(column + 2), reader.GetInt64(column + 3), reader.GetInt64(column + 4), reader.GetInt64(column + 5));

    /// <summary>Paths at or beneath a scope; '0' follows '/' in ASCII, so this is a span of the index on <c>path</c>.</summary>
    public const string InScope = "(path = $1 OR (path >= $2 AND path < $3)) AND path GLOB $4";

    public const string OpenColumns = "subject_kind, subject, since_ms, due_ms, state, soon_ms, legal_due_ms";

    public static Statement ForScope(this Statement command, UnitPath? scope)
    {
        var top = scope is { } unit ? unit.IsLine ? unit.Province.ToString() : unit.ToString() : "";
        var (first, last) = scope is null ? ("", "\u007f") : (top + "/", top + "0");
        var glob = scope is { IsLine: true } line ? $"{line.Province}/*/{line.Name}/*" : "*";
        return command.With(top, first, last, glob);
    }

    /// <summary>The versions of the windows of a scope, in path order.</summary>
    public static ImmutableArray<WindowVersion> Versions(SqliteConnection connection, UnitPath? scope)
    {
        using var command = connection.Prepared($"SELECT path, version FROM windows WHERE {InScope} ORDER BY path").ForScope(scope);
        using var reader = command.ExecuteReader();
        var versions = ImmutableArray.CreateBuilder<WindowVersion>();
        while (reader.Read()) versions.Add(new WindowVersion(UnitPath.Parse(reader.GetString(0)), reader.GetInt64(1)));
        return versions.ToImmutable();
    }

    /// <summary>The item catalogue as it stands on a day, of those windows of a scope that have one.</summary>
    public static Dictionary<UnitPath, ItemStock> Items(SqliteConnection connection, UnitPath scope, BusinessDay day)
    {
        using var command = connection.Prepared(
            $"""
            SELECT path, {CounterColumns.ItemSums("$6")} FROM windows JOIN cells INDEXED BY cells_with_items USING (window_id)
            WHERE {InScope} AND business_day <= $5 AND ({CounterColumns.HasItems}) GROUP BY path
            """).ForScope(scope);
        command.Bind(5, day.Number);
        command.Bind(6, BusinessDay.Of(new DateOnly(day.Date.Year, 1, 1)).Number);
        using var reader = command.ExecuteReader();
        var items = new Dictionary<UnitPath, ItemStock>();
        while (reader.Read()) items[UnitPath.Parse(reader.GetString(0))] = ItemsAt(reader, 1);
        return items;
    }

    public static Occurrence OccurrenceAt(Rows reader, int column) => new(
        (EventKind)reader.GetByte(column),
        reader.GetInt64(column + 1),
        reader.GetString(column + 2),
        reader.GetString(column + 3),
        FactsJson.Read(reader.GetBlob(column + 4)));

    public static Tally TallyAt(Rows reader, int column) => new(
        CountsAt(reader, column),
        new Histogram(SparseCounts.Unpack(reader.GetBlob(column + Slot.CounterCount))),
        new Histogram(SparseCounts.Unpack(reader.GetBlob(column + Slot.CounterCount + 1))),
        new DayTrend(SparseCounts.Unpack(reader.GetBlob(column + Slot.CounterCount + 2))));

    private static ImmutableArray<long> CountsAt(Rows reader, int column)
    {
        var counts = ImmutableArray.CreateBuilder<long>(Slot.CounterCount);
        for (var i = 0; i < Slot.CounterCount; i++) counts.Add(reader.GetInt64(column + i));
        return counts.MoveToImmutable();
    }

    public static OpenSubject OpenAt(Rows reader, int column) => new(
        (SubjectKind)reader.GetByte(column),
        reader.GetString(column + 1),
        reader.GetInt64(column + 2),
        InstantAt(reader, column + 3),
        (OpenState)reader.GetByte(column + 4),
        InstantAt(reader, column + 5),
        InstantAt(reader, column + 6));

    public const string RevisionColumns =
        """
        revision_id, path, business_day, name, event_id, at_ms, state, changes, decided_ms, decided_by
        FROM windows JOIN revisions USING (window_id) JOIN sources USING (source_id)
        """;

    public static Revision RevisionAt(Rows reader)
    {
        var day = new BusinessDay(reader.GetInt32(2));
        return new Revision(
            reader.GetInt64(0),
            UnitPath.Parse(reader.GetString(1)),
            day,
            reader.GetString(3),
            reader.GetString(4),
            reader.GetInt64(5),
            (RevisionState)reader.GetByte(6),
            RevisionFormat.Read(reader.GetString(7), day),
            InstantAt(reader, 8),
            reader.IsDBNull(9) ? null : reader.GetString(9));
    }

    private static long? InstantAt(Rows reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
