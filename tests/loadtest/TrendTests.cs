namespace OpsBoard.LoadTest;

public sealed class TrendTests
{
    [Fact]
    public void What_grows_by_two_a_minute_has_a_slope_of_two() => Assert.Equal(2, Trend.Slope([(0, 10), (1, 12), (3, 16)]), 9);

    [Fact]
    public void What_goes_up_and_down_alike_does_not_grow() => Assert.Equal(0, Trend.Slope([(0, 5), (1, 9), (2, 5)]), 9);

    [Fact]
    public void A_single_moment_shows_no_growth() => Assert.Equal(0, Trend.Slope([(7, 5)]));
}
