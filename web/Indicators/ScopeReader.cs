using System.Collections.Immutable;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>Reads what the indicators of a scope are worked out from: today's from the board, those of longer times from the journal's sums.</summary>
internal sealed class ScopeReader(IndicatorBodies indicators, IFrames frames, IPeriods periods, IJournal journal, Printed printed, TimeProvider clock)
{
    /// <param name="period">today, or a text that <see cref="IPeriods"/> knows.</param>
    /// <returns>Null when the scope or the period is unknown.</returns>
    public async ValueTask<ScopeFigures?> Of(UnitPath scope, string period, CancellationToken cancellation)
    {
        if (await frames.Newest(scope, cancellation) is not { } frame) return null;
        if (period == Period.Today) return Today(frame);
        return await periods.Sum(scope, period, cancellation) is { } sums ? Of(sums, frame) : null;
    }

    public ScopeFigures Of(PeriodSums sums, Frame frame)
    {
        var units = sums.Last < BusinessDay.Of(clock.GetUtcNow()) ? Over(sums, frame.Scope) : Running(sums, frame);
        return new(sums.First, sums.Last, sums.AsOf, units[0], [.. units.Skip(1)]);
    }

    /// <summary>The children as they would stand without what changed days of theirs that were over (更正).</summary>
    public async ValueTask<ImmutableArray<UnitFigures>> Uncorrected(UnitPath scope, ScopeFigures figures, CancellationToken cancellation)
    {
        var revisions = await journal.ReadRevisions(scope, figures.First, figures.Last, cancellation);
        var changes = revisions
            .Where(static revision => revision.State is RevisionState.Entered or RevisionState.Approved)
            .ToLookup(revision => revision.Window == scope ? scope : revision.Window.ChildOf(scope));
        return [.. figures.Children.Select(unit => changes.Contains(unit.Unit) ? Without(unit, changes[unit.Unit]) : unit)];
    }

    private static UnitFigures Without(UnitFigures unit, IEnumerable<Revision> revisions)
    {
        var tally = new TallyBuilder(unit.Measures.Tally);
        foreach (var mark in revisions.SelectMany(static revision => revision.Changes)) tally.Add(mark with { Times = -mark.Times });
        return unit with { Measures = unit.Measures with { Tally = tally.ToTally() } };
    }

    private ScopeFigures Today(Frame frame) => new(
        frame.Board.Day,
        frame.Board.Day,
        frame.AsOf,
        Live(frame.Board.Own),
        [.. printed.ChildrenOf(frame.Board).Select(Live)]);

    private List<UnitFigures> Over(PeriodSums sums, UnitPath scope) => [.. Rows(sums, scope).Select(row => indicators.Over(row.Key, row.Value, sums.Last))];

    private List<UnitFigures> Running(PeriodSums sums, Frame frame)
    {
        var heard = printed.ChildrenOf(frame.Board).Prepend(frame.Board.Own).ToDictionary(static row => row.Unit);
        return [.. Rows(sums, frame.Scope).Select(row => Live(With(heard.GetValueOrDefault(row.Key), row.Key, row.Value)))];

        Contribution With(Contribution? now, UnitPath unit, Tally tally) => now is null
            ? new(new Cell(unit, sums.Last, 0, tally), sums.AsOf.ToUnixTimeMilliseconds(), default, null, 0)
            : now with { Cell = now.Cell with { Tally = tally } };
    }

    private static IEnumerable<KeyValuePair<UnitPath, Tally>> Rows(PeriodSums sums, UnitPath scope) =>
        sums.Children.Prepend(KeyValuePair.Create(scope, sums.Own));

    private UnitFigures Live(Contribution row) => indicators.Live(row, printed.FreshnessOf(row, clock.GetUtcNow().ToUnixTimeMilliseconds()));
}
