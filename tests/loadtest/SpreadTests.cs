namespace OpsBoard.LoadTest;

public sealed class SpreadTests
{
    [Fact]
    public void A_percentile_is_the_smallest_value_that_so_many_percent_do_not_exceed() =>
        Assert.Equal(new Spread(200, 100, 198, 200), Spread.Of(Enumerable.Range(1, 200).Reverse().Select(static value => (double)value)));

    [Fact]
    public void Of_two_values_the_median_is_the_smaller_and_the_99th_percentile_the_larger() => Assert.Equal(new Spread(2, 3, 7, 7), Spread.Of([7, 3]));

    [Fact]
    public void Of_nothing_every_figure_is_0() => Assert.Equal(default, Spread.Of([]));

    [Fact]
    public void What_was_taken_is_not_told_again()
    {
        var durations = new Durations();
        durations.Add(TimeSpan.FromMilliseconds(3));

        var (first, second) = (durations.Take(), durations.Take());

        Assert.Equal((new Spread(1, 3, 3, 3), default), (first, second));
    }
}
