using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Reads a scope over a span of days, both days included, at one instant of the journal.</summary>
internal sealed class SpanReader(NpgsqlConnection connection, UnitPath scope, BusinessDay first, BusinessDay last)
{
    private const string InSpan = $"{ReadStatements.InScope} AND business_day BETWEEN $5 AND $6";

    private readonly object?[] _span = ReadStatements.Scope(scope, first.Number, last.Number);

    /// <summary>One sum for each window with a cell in the span, or with a catalogue at its end, in path order.</summary>
    public ImmutableArray<WindowSum> Sum(CancellationToken cancellation)
    {
        var sums = new List<WindowSum>();
        var sql = $"SELECT path, windows.version, {ReadStatements.CellColumns} FROM windows JOIN cells USING (window_id) WHERE {InSpan} ORDER BY path";
        foreach (var next in connection.Rows(sql, _span, static row => new WindowSum(ReadStatements.PathAt(row, 0), row.GetInt64(1), ReadStatements.TallyAt(row, 2))))
        {
            cancellation.ThrowIfCancellationRequested();
            if (sums is [.., var held] && held.Window == next.Window) sums[^1] = held with { Tally = held.Tally + next.Tally };
            else sums.Add(next);
        }

        return WithStocks(sums);
    }

    public ImmutableArray<DaySum> Days(CancellationToken cancellation)
    {
        var days = new List<DaySum>();
        var sql =
            $"""
            SELECT business_day, CASE WHEN first_live_day <= business_day THEN 0 ELSE 1 END, {ReadStatements.CellColumns} FROM windows JOIN cells USING (window_id)
            WHERE {InSpan} ORDER BY business_day
            """;
        foreach (var next in connection.Rows(sql, _span, static row => new DaySum(ReadStatements.DayAt(row, 0), ReadStatements.TallyAt(row, 2), 1, row.GetInt32(1))))
        {
            cancellation.ThrowIfCancellationRequested();
            if (days is [.., var held] && held.Day == next.Day)
                days[^1] = held with { Tally = held.Tally + next.Tally, Windows = held.Windows + 1, Imported = held.Imported + next.Imported };
            else days.Add(next);
        }

        return [.. days];
    }

    public ImmutableArray<Revision> Revisions() => [.. connection.Rows($"SELECT {ReadStatements.RevisionColumns} WHERE {InSpan} ORDER BY revision_id", _span, ReadStatements.RevisionAt)];

    // A stock is there on days without any change of it, so windows without a cell in the span may have one.
    private ImmutableArray<WindowSum> WithStocks(List<WindowSum> sums)
    {
        var items = ReadStatements.Items(connection, scope, last);
        var versions = ReadStatements.Versions(connection, scope).ToDictionary(static window => window.Window, static window => window.Version);
        var others = items.Keys.Except(sums.Select(static sum => sum.Window)).Select(window => new WindowSum(window, versions[window], Tally.Zero));
        return
        [
            .. sums.Concat(others)
                .Select(sum => sum with { Tally = sum.Tally.With(items.GetValueOrDefault(sum.Window)) })
                .OrderBy(static sum => sum.Window, UnitPath.InOrder),
        ];
    }
}
