using System.Net.Http.Headers;
using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(3, 4)]
    [InlineData(1000, 30)]
    public void The_wait_is_random_up_to_a_limit_that_doubles(int attempt, double limitSeconds)
    {
        var backoff = Make(new ManualClock());

        var waits = Enumerable.Range(0, 200).Select(_ => backoff.Next(attempt, null)).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(limitSeconds)));
        Assert.Contains(waits, wait => wait > TimeSpan.FromSeconds(limitSeconds / 2));
    }

    [Fact]
    public void The_wait_is_never_shorter_than_the_server_asks_for()
    {
        var clock = new ManualClock();
        var backoff = Make(clock);

        Assert.Equal(TimeSpan.FromSeconds(40), backoff.Next(0, new RetryConditionHeaderValue(TimeSpan.FromSeconds(40))));
        Assert.Equal(TimeSpan.FromSeconds(50), backoff.Next(0, new RetryConditionHeaderValue(clock.GetUtcNow().AddSeconds(50))));
    }

    private static Backoff Make(TimeProvider clock) => new(clock, new Random(1));
}
