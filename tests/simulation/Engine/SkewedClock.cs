namespace OpsBoard.Simulation;

/// <summary>The clock of one simulated machine: its stamps may be wrong and may jump, its measure of elapsed time may not.</summary>
internal sealed class SkewedClock(Schedule schedule) : TimeProvider
{
    public long SkewMs { get; set; }

    public override long TimestampFrequency => 1000;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(schedule.NowMs + SkewMs);

    public override long GetTimestamp() => schedule.NowMs;
}
