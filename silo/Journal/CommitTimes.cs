using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// When which version of a province became durable. A board that is shown names the version that it holds, so how far it lagged behind
/// each commit can be said exactly.
/// </summary>
public sealed class CommitTimes(TimeProvider clock)
{
    // A board that stands still for longer is told by its age; the memory is bounded.
    private const int MostWaiting = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<UnitPath, long> _windows = [];
    private readonly Dictionary<UnitPath, long> _provinces = [];
    private readonly Dictionary<UnitPath, Queue<(long Version, long At)>> _waiting = [];

    /// <summary>What the journal holds before the first commit.</summary>
    public void Begin(IEnumerable<WindowVersion> windows)
    {
        lock (_gate)
        {
            foreach (var (window, version) in windows) Advance(window, version);
        }
    }

    public void Committed(ImmutableArray<WindowChange> windows)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            foreach (var window in windows) Advance(window.Window, window.Version);
            foreach (var province in windows.Select(static window => window.Window.Province).Distinct()) Wait(province, now);
        }
    }

    /// <param name="version">The version of the province that is shown now.</param>
    /// <returns>For each commit that is shown for the first time, how long ago it was; the oldest first.</returns>
    public ImmutableArray<TimeSpan> Shown(UnitPath province, long version)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(province, out var waiting)) return [];
            var lags = ImmutableArray.CreateBuilder<TimeSpan>();
            while (waiting.TryPeek(out var oldest) && oldest.Version <= version) lags.Add(clock.GetElapsedTime(waiting.Dequeue().At));
            return lags.ToImmutable();
        }
    }

    // A province's version is the sum of its windows' versions.
    private void Advance(UnitPath window, long version)
    {
        var province = window.Province;
        _provinces[province] = _provinces.GetValueOrDefault(province) + version - _windows.GetValueOrDefault(window);
        _windows[window] = version;
    }

    private void Wait(UnitPath province, long now)
    {
        if (!_waiting.TryGetValue(province, out var waiting)) _waiting[province] = waiting = new Queue<(long, long)>();
        if (waiting.Count == MostWaiting) waiting.Dequeue();
        waiting.Enqueue((_provinces[province], now));
    }
}
