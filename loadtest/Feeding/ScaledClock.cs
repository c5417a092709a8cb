namespace OpsBoard.LoadTest;

/// <summary>The time of a server whose day may run faster: its answer at one moment, and from then on the own steady clock times the speed.</summary>
/// <param name="speed">Seconds of the server's day in one real second.</param>
internal sealed class ScaledClock(TimeProvider real, DateTimeOffset start, double speed) : TimeProvider
{
    private readonly long _from = real.GetTimestamp();

    public double Speed => speed;

    public override DateTimeOffset GetUtcNow() => (start + real.GetElapsedTime(_from) * speed).ToUniversalTime();
}
