using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Testing;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Tests.Indicators;

/// <summary>What offices have published, from the whole numbers behind it: cut toward zero, never rounded.</summary>
public sealed class PublishedFiguresTests
{
    [Theory]
    [InlineData("zero-trip-usage-items", Counter.ItemsZeroTripUsed, 51, Counter.ItemsZeroTrip, 245, "20.8%")]
    [InlineData("zero-trip-items", Counter.ItemsZeroTrip, 245, Counter.ItemsListed, 445, "55.0%")]
    [InlineData("completion-flow", Counter.Completed, 4374, Counter.Accepted, 4431, "98.7%")]
    [InlineData("completion-flow", Counter.Completed, 2221, Counter.Accepted, 2191, "101.3%")]
    [InlineData("completion-cohort", Counter.CompletedOfAccepted, 318, Counter.Accepted, 348, "91.3%")]
    [InlineData("comprehensive-items", Counter.ItemsComprehensive, 322, Counter.ItemsListed, 329, "97.8%")]
    [InlineData("instant-share", Counter.Instant, 1873, Counter.Completed, 2221, "84.3%")]
    [InlineData("completion-flow", Counter.Completed, 0, Counter.Accepted, 0, "—")]
    [InlineData("completion-flow", Counter.Completed, 9999, Counter.Accepted, 10000, "99.9%")]
    public void A_published_figure_is_printed_from_its_counts(string id, Counter numerator, long n, Counter denominator, long d, string expected)
    {
        // Where the item catalogue is the population, it is there.
        var counts = Some.Tally((Counter.ItemsListed, 445)).With(numerator, n).With(denominator, d);
        var figures = SomeIndicators.Figures(0, 0) with { Measures = new Measures(counts, default, default) };

        Assert.Equal(expected, IndicatorText.Of(Evaluation.Of(SomeIndicators.Packaged.Find(id)!, figures)).Zh);
    }

    [Theory]
    [InlineData(FreshnessState.Live, "50.0%", "ok")]
    [InlineData(FreshnessState.Late, "50.0%", "stale")]
    [InlineData(FreshnessState.Silent, "未上报", "notReporting")]
    public void A_value_is_printed_as_its_state_allows(FreshnessState freshness, string text, string state)
    {
        var shown = IndicatorText.Of(Evaluation.Of(SomeIndicators.Rate(), SomeIndicators.Figures(1, 2, freshness: freshness)));

        Assert.Equal((text, state), (shown.Zh, shown.State));
    }
}
