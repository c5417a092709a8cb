namespace OpsBoard.Web.Access;

/// <summary>Lets so many through in a second, and a burst after a pause. It begins full, and counts by the monotonic clock.</summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filledAt = clock.GetTimestamp();

    /// <returns>Zero when all of them were taken, otherwise none was, and this is how long it takes until there are so many.</returns>
    public TimeSpan Take(int tokens)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (clock.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (_tokens < tokens) return TimeSpan.FromSeconds((tokens - _tokens) / perSecond);
            _tokens -= tokens;
            return TimeSpan.Zero;
        }
    }
}
