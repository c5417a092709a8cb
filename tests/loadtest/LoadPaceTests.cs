using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class LoadPaceTests
{
    [Fact]
    public void Without_a_rate_all_may_go_at_once() => Assert.Equal(500, new LoadPace(new ManualClock()).Take(500));

    [Fact]
    public void At_a_rate_events_wait_for_their_time()
    {
        var clock = new ManualClock();
        var pace = new LoadPace(clock, perSecond: 100);

        var early = pace.Take(50);
        clock.Advance(TimeSpan.FromSeconds(1));
        var (first, second, third) = (pace.Take(50), pace.Take(50), pace.Take(50));

        Assert.Equal((0, 50, 50, 0), (early, first, second, third));
    }

    [Fact]
    public void The_last_batch_is_as_small_as_it_must_be()
    {
        var pace = new LoadPace(new ManualClock(), most: 120);

        var taken = (pace.Take(100), pace.Take(100), pace.Take(100));

        Assert.Equal((100, 20, (int?)null), taken);
    }
}
