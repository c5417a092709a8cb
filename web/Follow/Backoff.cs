namespace OpsBoard.Web.Follow;

/// <summary>How long to wait for a server that took nothing: as it says, else from 1 s doubled up to a minute, with up to a quarter more so that those who lost it together do not come back together.</summary>
internal sealed class Backoff(Random chance)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private int _failures;

    public void Reset() => _failures = 0;

    /// <param name="said">What the server said; never trusted with more than an hour.</param>
    public TimeSpan Next(TimeSpan? said)
    {
        var own = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(_failures++, 6)));
        if (said is { } wait && wait > TimeSpan.Zero) return wait < TimeSpan.FromHours(1) ? wait : TimeSpan.FromHours(1);
        return own * (1 + (chance.NextDouble() / 4));
    }
}
