using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Replay;

/// <summary>A replay that is open, or is being opened.</summary>
internal sealed class OpenReplay : IProgress<double>
{
    // What came later is listed as of the opening, so it is read anew now and then: seldom where that takes long.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);
    private const int TimesItsOpening = 20;

    private readonly long _started;
    private TimeSpan _took;
    private double _done;
    private long _used;

    public OpenReplay(UnitPath scope, BusinessDay day, Func<OpenReplay, Task<IReplay>> open, TimeProvider clock)
    {
        (Scope, Day, _started) = (scope, day, clock.GetTimestamp());
        Opening = Open(open, clock);
        Use(clock);
    }

    public UnitPath Scope { get; }

    public BusinessDay Day { get; }

    public Task<IReplay> Opening { get; }

    public int Percent => (int)(Volatile.Read(ref _done) * 100);

    public void Report(double value) => Volatile.Write(ref _done, value);

    public void Use(TimeProvider clock) => Interlocked.Exchange(ref _used, clock.GetTimestamp());

    public bool IsStale(TimeProvider clock) => Opening.IsCompletedSuccessfully && clock.GetElapsedTime(_started) > FreshFor + (TimesItsOpening * _took);

    public bool IsIdle(TimeProvider clock, TimeSpan idleAfter) => Opening.IsCompleted && clock.GetElapsedTime(Interlocked.Read(ref _used)) > idleAfter;

    private async Task<IReplay> Open(Func<OpenReplay, Task<IReplay>> open, TimeProvider clock)
    {
        var replay = await open(this);
        _took = clock.GetElapsedTime(_started);
        return replay;
    }
}
