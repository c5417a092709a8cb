namespace OpsBoard.Testing;

/// <summary>Stamps and business days are set by the test; timers and timestamps are the real ones.</summary>
internal sealed class StampClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    /// <summary>By how much each reading moves the clock on: what real time does between two of them.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, Step.Ticks), TimeSpan.Zero);
}
