using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// An indicator of a unit on each of the days before today. What a unit's days added is kept for a minute: days that are over hardly
/// change, and a page with twenty units asks for all of them again and again.
/// </summary>
internal sealed class TrendReader(IJournal journal, IndicatorBodies indicators, TimeProvider clock)
{
    public const int Days = 14;

    // More than the children of any scope that is looked at in one minute.
    private const int KeptUnits = 4096;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<UnitPath, Kept> _kept = new();

    /// <returns>One for each day, the oldest first; null where the day has no value. Empty for what is no sum of a day: a stock.</returns>
    public async ValueTask<ImmutableArray<IndicatorValue?>> Of(UnitPath unit, Indicator indicator, CancellationToken cancellation)
    {
        if (!indicator.Quantities.All(IsOfADay)) return [];
        var today = BusinessDay.Of(clock.GetUtcNow());
        var sums = (await DaysOf(unit, today, cancellation)).ToDictionary(static sum => sum.Day, static sum => sum.Tally);
        return [.. Enumerable.Range(-Days, Days).Select(back => new BusinessDay(today.Number + back)).Select(ValueOn)];

        IndicatorValue? ValueOn(BusinessDay day) =>
            sums.TryGetValue(day, out var tally) && Evaluation.Of(indicator, indicators.Over(unit, tally, day)) is { Value: not null } value ? value : null;
    }

    private static bool IsOfADay(Quantity quantity) =>
        Counters.All.Any(counter => Counters.SpanOf(counter) == CounterSpan.Period && quantity.Name.Equals(counter.ToString(), StringComparison.OrdinalIgnoreCase));

    private async ValueTask<ImmutableArray<DaySum>> DaysOf(UnitPath unit, BusinessDay today, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(unit, out var kept) && kept.Today == today && now - kept.At < KeptFor) return kept.Days;
        if (_kept.Count >= KeptUnits) _kept.Clear();
        var days = await journal.ReadDays(unit, new BusinessDay(today.Number - Days), today.Previous, cancellation);
        _kept[unit] = new Kept(today, now, days);
        return days;
    }

    private sealed record Kept(BusinessDay Today, DateTimeOffset At, ImmutableArray<DaySum> Days);
}
