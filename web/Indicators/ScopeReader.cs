using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>Reads what the indicators of a scope are worked out from: today's from the board, those of longer times from the journal's sums.</summary>
internal sealed class ScopeReader(IndicatorBodies indicators, IFrames frames, IPeriods periods, Printed printed, TimeProvider clock)
{
    /// <param name="period">today, or a text that <see cref="IPeriods"/> knows.</param>
    /// <param name="withStock">Whether the item catalogue is needed: for a time that is over it is summed from the beginning.</param>
    /// <returns>Null when the scope or the period is unknown.</returns>
    public async ValueTask<ScopeFigures?> Of(UnitPath scope, string period, bool withStock, CancellationToken cancellation)
    {
        if (await frames.Newest(scope, cancellation) is not { } frame) return null;
        if (period == Period.Today) return Today(frame);
        return await periods.Sum(scope, period, cancellation) is { } sums ? await Of(sums, frame, withStock, cancellation) : null;
    }

    public async ValueTask<ScopeFigures> Of(PeriodSums sums, Frame frame, bool withStock, CancellationToken cancellation)
    {
        var units = sums.Last < BusinessDay.Of(clock.GetUtcNow())
            ? await Over(sums, frame.Scope, withStock, cancellation)
            : Running(sums, frame);
        return new(sums.First, sums.Last, sums.AsOf, units[0], [.. units.Skip(1)]);
    }

    private ScopeFigures Today(Frame frame) => new(
        frame.Board.Day,
        frame.Board.Day,
        frame.AsOf,
        Live(frame.Board.Own),
        [.. printed.ChildrenOf(frame.Board).Select(Live)]);

    // How units report now says nothing about a time that is over: all of it was counted.
    private async ValueTask<List<UnitFigures>> Over(PeriodSums sums, UnitPath scope, bool withStock, CancellationToken cancellation)
    {
        var year = withStock ? await SumsSince(new DateOnly(sums.Last.Date.Year, 1, 1), sums.Last, scope, cancellation) : [];
        var beginning = withStock ? await SumsSince(new DateOnly(1992, 1, 1), sums.Last, scope, cancellation) : [];
        return [.. Rows(sums, scope).Select(row => new UnitFigures(
            row.Key,
            Measures.OfPeriod(row.Value, Of(year, row.Key), Of(beginning, row.Key), indicators.RegisteredIn(row.Key)),
            FreshnessState.Live,
            sums.Last) { Owes = indicators.Owes(row.Key) })];

        static Tally Of(Dictionary<UnitPath, Tally> tallies, UnitPath unit) => tallies.GetValueOrDefault(unit, Tally.Zero);
    }

    private List<UnitFigures> Running(PeriodSums sums, Frame frame)
    {
        var heard = printed.ChildrenOf(frame.Board).Prepend(frame.Board.Own).ToDictionary(static row => row.Unit);
        return [.. Rows(sums, frame.Scope).Select(row => Live(With(heard.GetValueOrDefault(row.Key), row.Key, row.Value)))];

        Contribution With(Contribution? now, UnitPath unit, Tally tally) => now is null
            ? new(new Cell(unit, sums.Last, 0, tally), sums.AsOf.ToUnixTimeMilliseconds(), default, null, 0)
            : now with { Cell = now.Cell with { Tally = tally } };
    }

    private async ValueTask<Dictionary<UnitPath, Tally>> SumsSince(DateOnly first, BusinessDay last, UnitPath scope, CancellationToken cancellation)
    {
        var sums = await periods.Sum(scope, $"{BusinessDay.Of(first)}..{last}", cancellation);
        return sums is null ? [] : Rows(sums, scope).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<UnitPath, Tally>> Rows(PeriodSums sums, UnitPath scope) =>
        sums.Children.Prepend(KeyValuePair.Create(scope, sums.Own));

    private UnitFigures Live(Contribution row) => indicators.Live(row, printed.FreshnessOf(row, clock.GetUtcNow().ToUnixTimeMilliseconds()));
}
