using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Testing;

namespace OpsBoard.Counting;

public sealed class TallyTests
{
    [Fact]
    public void Tallies_add_and_subtract_exactly()
    {
        var left = Some.Tally((Counter.Accepted, 3), (Counter.Late, 1));
        var right = Some.Tally((Counter.Accepted, 4));

        Assert.Equal(left, left + right - right);
    }

    [Fact]
    public void A_histogram_without_a_duration_is_as_if_it_had_never_been_there()
    {
        var both = Some.Duration(12) + Some.Duration(900);

        Assert.Equal(Some.Duration(900), both - Some.Duration(12));
    }

    [Fact]
    public void A_quantile_is_off_by_five_percent_at_most() => Prop.ForAll(
        Gen.Choose(2, 60_000).ToArbitrary(),
        static seconds => Math.Abs((Some.Duration(seconds).Quantile(0.5)!.Value / seconds) - 1) <= 0.05).QuickCheckThrowOnFailure();

    [Fact]
    public void The_median_and_the_slowest_tenth_come_from_the_counts()
    {
        var durations = Enumerable.Range(1, 100).Select(static seconds => Some.Duration(seconds)).Aggregate(static (sum, one) => sum + one);

        Assert.Equal((true, true), (durations.Quantile(0.5) is > 47 and < 53, durations.Quantile(0.9) is > 85 and < 95));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(1099, 0)]
    [InlineData(1100, 1)]
    [InlineData(1209, 1)]
    [InlineData(1210, 2)]
    [InlineData(1331, 3)]
    [InlineData(1464, 3)]
    [InlineData(1465, 4)]
    [InlineData(69_653_695, 116)]
    [InlineData(69_653_696, 117)]
    public void A_duration_at_the_edge_of_two_slices_falls_into_the_upper_one(long milliseconds, int bucket) => Assert.Equal(bucket, Histogram.BucketOf(milliseconds));

    [Fact]
    public void Nothing_measured_has_no_quantile() => Assert.Null(Histogram.Empty.Quantile(0.5));

    [Fact]
    public void A_tally_survives_being_counted_on()
    {
        var tally = Some.Tally((Counter.Issued, 9)) + new Tally(Tally.Zero.Counts, Some.Duration(33), Some.Duration(44), new DayTrend(SparseCounts.Of([0, 7, 0, 5])));

        Assert.Equal(tally, new TallyBuilder(tally).ToTally());
    }
}
