namespace OpsBoard.Web.Run;

/// <summary>
/// The time of the demonstration: it begins where it is told and passes at a multiple of real time. Stamps and days follow it;
/// timers and timestamps stay real, so that screens are served as quickly as ever.
/// </summary>
internal sealed class DemoClock(TimeProvider real, DateTimeOffset begin, double speed) : TimeProvider
{
    private readonly long _started = real.GetTimestamp();

    public double Speed => speed;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => begin + (real.GetElapsedTime(_started) * speed);

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
