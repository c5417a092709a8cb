using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Reads a scope over a span of days, both days included, at one instant of the journal.</summary>
internal sealed class SpanReader(SqliteConnection connection, UnitPath scope, BusinessDay first, BusinessDay last)
{
    private const string InSpan = $"{ReadStatements.InScope} AND business_day BETWEEN $5 AND $6";

    /// <summary>One sum for each window with a cell in the span, or with a catalogue at its end, in path order.</summary>
    public ImmutableArray<WindowSum> Sum(CancellationToken cancellation)
    {
        using var command = Prepared($"SELECT path, windows.version, {ReadStatements.CellColumns} FROM windows JOIN cells USING (window_id) WHERE {InSpan} ORDER BY path");
        using var reader = command.ExecuteReader();
        var sums = new List<WindowSum>();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var next = new WindowSum(UnitPath.Parse(reader.GetString(0)), reader.GetInt64(1), ReadStatements.TallyAt(reader, 2));
            if (sums is [.., var held] && held.Window == next.Window) sums[^1] = held with { Tally = held.Tally + next.Tally };
            else sums.Add(next);
        }

        return WithStocks(sums);
    }

    public ImmutableArray<DaySum> Days(CancellationToken cancellation)
    {
        using var command = Prepared(
            $"""
            SELECT business_day, COALESCE(first_live_day > business_day, 1), {ReadStatements.CellColumns} FROM windows JOIN cells USING (window_id)
            WHERE {InSpan} ORDER BY business_day
            """);
        using var reader = command.ExecuteReader();
        var days = new List<DaySum>();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var next = new DaySum(new BusinessDay(reader.GetInt32(0)), ReadStatements.TallyAt(reader, 2), 1, reader.GetInt32(1));
            if (days is [.., var held] && held.Day == next.Day)
                days[^1] = held with { Tally = held.Tally + next.Tally, Windows = held.Windows + 1, Imported = held.Imported + next.Imported };
            else days.Add(next);
        }

        return [.. days];
    }

    public ImmutableArray<Revision> Revisions()
    {
        using var command = Prepared($"SELECT {ReadStatements.RevisionColumns} WHERE {InSpan} ORDER BY revision_id");
        using var reader = command.ExecuteReader();
        var revisions = ImmutableArray.CreateBuilder<Revision>();
        while (reader.Read()) revisions.Add(ReadStatements.RevisionAt(reader));
        return revisions.ToImmutable();
    }

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

    private Statement Prepared(string sql)
    {
        var command = connection.Prepared(sql).ForScope(scope);
        command.Bind(5, first.Number);
        command.Bind(6, last.Number);
        return command;
    }
}
