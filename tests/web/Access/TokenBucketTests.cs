using OpsBoard.Testing;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Tests.Access;

public sealed class TokenBucketTests
{
    private readonly ManualClock _clock = new();
    private readonly TokenBucket _bucket;

    public TokenBucketTests() => _bucket = new TokenBucket(perSecond: 10, burst: 50, _clock);

    [Fact]
    public void A_burst_passes_at_once_and_then_nothing() =>
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(0.1)), (_bucket.Take(50), _bucket.Take(1)));

    [Fact]
    public void What_may_not_pass_takes_nothing_and_is_told_how_long_it_takes()
    {
        _bucket.Take(45);

        Assert.Equal((TimeSpan.FromSeconds(1.5), TimeSpan.Zero), (_bucket.Take(20), _bucket.Take(5)));
    }

    [Fact]
    public void Who_comes_back_when_told_passes()
    {
        _bucket.Take(50);
        _clock.Advance(_bucket.Take(20));

        Assert.Equal(TimeSpan.Zero, _bucket.Take(20));
    }

    [Fact]
    public void A_long_pause_gives_no_more_than_the_burst()
    {
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((TimeSpan.Zero, true), (_bucket.Take(50), _bucket.Take(1) > TimeSpan.Zero));
    }
}
