using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>How rows become values, and how a scope becomes a condition.</summary>
internal static class ReadStatements
{
    public static readonly string CellColumns = string.Join(", ", CounterColumns.All.Select(static column => $"cells.{column}")) + ", cells.waits, cells.handling, cells.trend";

    /// <summary>Paths at or beneath a scope, by its first three parameters; '0' follows '/' in bytes, so this is a span of the index on <c>path</c>.</summary>
    public const string InScope = "(path = $1 OR (path >= $2 AND path < $3)) AND ($4::text IS NULL OR split_part(path, '/', 3) = $4)";

    public const string OpenColumns = "subject_kind, subject, since_ms, due_ms, state, soon_ms, legal_due_ms";

    public const string RevisionColumns =
        """
        revision_id, path, business_day, name, event_id, at_ms, state, changes, decided_ms, decided_by
        FROM windows JOIN revisions USING (window_id) JOIN sources USING (source_id)
        """;

    /// <summary>The parameters of <see cref="InScope"/>, and others behind them.</summary>
    public static object?[] Scope(UnitPath? scope, params ReadOnlySpan<object?> others)
    {
        var top = scope is { } unit ? unit.IsLine ? unit.Province.ToString() : unit.ToString() : "";
        var (first, last) = scope is null ? ("", "\u007f") : (top + "/", top + "0");
        return [top, first, last, scope is { IsLine: true } line ? line.Name : null, .. others];
    }

    /// <summary>The versions of the windows of a scope, in path order.</summary>
    public static ImmutableArray<WindowVersion> Versions(NpgsqlConnection connection, UnitPath? scope) =>
        [.. connection.Rows($"SELECT path, version FROM windows WHERE {InScope} AND version > 0 ORDER BY path", Scope(scope), static row => new WindowVersion(PathAt(row, 0), row.GetInt64(1)))];

    /// <summary>The item catalogue as it stands on a day, of those windows of a scope that have one.</summary>
    public static Dictionary<UnitPath, ItemStock> Items(NpgsqlConnection connection, UnitPath scope, BusinessDay day)
    {
        var sql =
            $"""
            SELECT path, {CounterColumns.ItemSums("$6")} FROM windows JOIN cells USING (window_id)
            WHERE {InScope} AND business_day <= $5 AND ({CounterColumns.HasItems}) GROUP BY path
            """;
        return connection.Rows(sql, Scope(scope, day.Number, BusinessDay.Of(new DateOnly(day.Date.Year, 1, 1)).Number), static row => (Path: PathAt(row, 0), Items: ItemsAt(row, 1)))
            .ToDictionary(static row => row.Path, static row => row.Items);
    }

    public static UnitPath PathAt(NpgsqlDataReader row, int column) => UnitPath.Parse(row.GetString(column));

    public static BusinessDay DayAt(NpgsqlDataReader row, int column) => new(row.GetInt32(column));

    public static SubjectKind SubjectKindAt(NpgsqlDataReader row, int column) => (SubjectKind)row.GetInt16(column);

    // A sum of whole numbers is a decimal number to PostgreSQL.
    private static ItemStock ItemsAt(NpgsqlDataReader row, int column)
    {
        long At(int offset) => (long)row.GetDecimal(column + offset);
        return new ItemStock(At(0), At(1), At(2), At(3), At(4), At(5));
    }

    public static Occurrence OccurrenceAt(NpgsqlDataReader row, int column) => new(
        (EventKind)row.GetInt16(column),
        row.GetInt64(column + 1),
        row.GetString(column + 2),
        row.GetString(column + 3),
        FactsJson.Read(row.GetFieldValue<byte[]>(column + 4)));

    public static Tally TallyAt(NpgsqlDataReader row, int column) => new(
        CountsAt(row, column),
        new Histogram(PackedAt(row, column + Slot.CounterCount)),
        new Histogram(PackedAt(row, column + Slot.CounterCount + 1)),
        new DayTrend(PackedAt(row, column + Slot.CounterCount + 2)));

    public static OpenSubject OpenAt(NpgsqlDataReader row, int column) => new(
        SubjectKindAt(row, column),
        row.GetString(column + 1),
        row.GetInt64(column + 2),
        NumberAt(row, column + 3),
        (OpenState)row.GetInt16(column + 4),
        NumberAt(row, column + 5),
        NumberAt(row, column + 6));

    public static Revision RevisionAt(NpgsqlDataReader row)
    {
        var day = DayAt(row, 2);
        return new Revision(
            row.GetInt64(0),
            PathAt(row, 1),
            day,
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            (RevisionState)row.GetInt16(6),
            RevisionFormat.Read(row.GetString(7), day),
            NumberAt(row, 8),
            row.IsDBNull(9) ? null : row.GetString(9));
    }

    public static long? NumberAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static string? TextAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static SparseCounts PackedAt(NpgsqlDataReader row, int column) => SparseCounts.Unpack(row.GetFieldValue<byte[]>(column));

    private static ImmutableArray<long> CountsAt(NpgsqlDataReader row, int column)
    {
        var counts = ImmutableArray.CreateBuilder<long>(Slot.CounterCount);
        for (var i = 0; i < Slot.CounterCount; i++) counts.Add(row.GetInt64(column + i));
        return counts.MoveToImmutable();
    }
}
