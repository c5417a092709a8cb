using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class ScaledClockTests
{
    [Fact]
    public void The_server_s_time_goes_on_at_its_speed_from_the_moment_it_was_told()
    {
        var real = new ManualClock();
        var server = new ScaledClock(real, Some.At(10, 0), speed: 60);

        real.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Some.At(10, 2), server.GetUtcNow());
    }
}
