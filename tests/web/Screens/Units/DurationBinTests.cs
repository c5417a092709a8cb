using OpsBoard.Counting;
using OpsBoard.Testing;

namespace OpsBoard.Web.Screens.Units;

public sealed class DurationBinTests
{
    [Fact]
    public void Bins_hold_every_duration_once_and_join_without_a_gap()
    {
        var durations = Some.Duration(3) + Some.Duration(61) + Some.Duration(62) + Some.Duration(3_700);

        var bins = DurationBin.Of(durations);

        Assert.Equal(4, bins.Sum(static bin => bin.Count));
        Assert.InRange(bins.Count, 2, 16);
        Assert.Equal(bins.Skip(1).Select(static bin => bin.From), bins.SkipLast(1).Select(static bin => bin.To), static (from, to) => Math.Abs(from - to) < 0.001);
    }

    [Fact]
    public void Without_durations_there_are_no_bins() => Assert.Empty(DurationBin.Of(Histogram.Empty));
}
