using System.Diagnostics;

namespace OpsBoard.Simulation;

/// <summary>Many seeds one after the other, or several at once: each is a world of its own.</summary>
internal sealed class SeedRun(long from, long seeds, long mostSteps = long.MaxValue, int jobs = 1)
{
    private readonly List<string> _violations = [];
    private long _taken;
    private long _steps;
    private long _checked;
    private long _events;

    public long From => from;

    public long Seeds => Math.Min(_taken, seeds);

    public long Steps => _steps;

    public long Checked => _checked;

    public long Events => _events;

    public TimeSpan Lasted { get; private set; }

    /// <summary>Each names its seed.</summary>
    public IReadOnlyList<string> Violations => _violations;

    public SeedRun Run(Func<long, Outcome> world, Action<SeedRun>? progress = null)
    {
        var started = Stopwatch.GetTimestamp();
        var others = Enumerable.Range(1, jobs - 1).Select(_ => Task.Factory.StartNew(() => Work(world, null), TaskCreationOptions.LongRunning)).ToArray();
        Work(world, progress);
        Task.WaitAll(others);
        Lasted = Stopwatch.GetElapsedTime(started);
        return this;
    }

    private void Work(Func<long, Outcome> world, Action<SeedRun>? progress)
    {
        // What a grain waits for goes on in the thread that brings it, and nowhere else.
        SynchronizationContext.SetSynchronizationContext(null);
        while (Interlocked.Read(ref _steps) < mostSteps && Interlocked.Increment(ref _taken) is var place && place <= seeds)
        {
            Live(from + place - 1, world);
            if (place % 10_000 == 0) progress?.Invoke(this);
        }
    }

    private void Live(long seed, Func<long, Outcome> world)
    {
        try
        {
            var outcome = world(seed);
            Interlocked.Add(ref _steps, outcome.Steps);
            Interlocked.Add(ref _checked, outcome.Checked);
            Interlocked.Add(ref _events, outcome.Events);
        }
        catch (ViolationException violation)
        {
            lock (_violations) _violations.Add(violation.Message);
        }
    }
}
