using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>Waiting or handling as bars over bins that were counted here.</summary>
internal static class DurationFigure
{
    /// <param name="freshness">A unit that owes figures and is silent withholds them, as everywhere else.</param>
    public static ChartFigure Of(string id, string title, Histogram durations, FreshnessState freshness, Words words)
    {
        var own = UnitWords.For(words);
        var isWithheld = freshness is FreshnessState.Silent or FreshnessState.Never;
        var bins = isWithheld ? [] : DurationBin.Of(durations);
        var state = freshness == FreshnessState.Late ? States.Stale : States.Ok;
        return new ChartFigure(
            id,
            ChartKind.Bars,
            title,
            isWithheld ? words.NotReporting : SummaryOf(durations, words),
            own.Duration,
            own.Times,
            [.. bins.Select(bin => TextOf(bin.From, words))],
            [new ChartSeries(title, [.. bins.Select(bin => new ChartPoint(bin.Count, Print.Digits(bin.Count), state, Numerator: bin.Count))])])
        {
            Ticks = ChartTicks.Counts(bins.Select(static bin => (double?)bin.Count)),
        };
    }

    private static string SummaryOf(Histogram durations, Words words) => durations.IsEmpty
        ? UnitWords.For(words).NoDurations
        : UnitWords.For(words).Durations
            .Replace("{count}", Print.Digits(durations.Count), StringComparison.Ordinal)
            .Replace("{p50}", TextOf(durations.Quantile(0.5) ?? 0, words), StringComparison.Ordinal)
            .Replace("{p90}", TextOf(durations.Quantile(0.9) ?? 0, words), StringComparison.Ordinal)
            .Replace("{max}", TextOf(durations.Max ?? 0, words), StringComparison.Ordinal);

    private static string TextOf(double seconds, Words words) => words.Of(Print.Duration((long)Math.Round(seconds)));
}
