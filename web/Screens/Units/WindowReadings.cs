using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What the journal knows of the windows of a scope. Viewers of one scope share a reading, and it is at most a few seconds old.</summary>
internal sealed class WindowReadings(IJournal journal, TimeProvider clock)
{
    // Below this age a reading serves as it is: the journal is read once for all who look at the same scope.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<UnitPath, Reading> _newest = new();

    /// <param name="version">Of the scope's frame: another one asks for a new reading.</param>
    public async Task<WindowReading> Of(UnitPath scope, long version, CancellationToken cancellation)
    {
        Forget();
        if (_newest.TryGetValue(scope, out var known) && Age(known) < (known.Version == version ? Kept : Fresh)) return known.Windows;
        var now = clock.GetUtcNow();
        var windows = await journal.ReadWindows(scope, BusinessDay.Of(now), cancellation);
        var reading = new WindowReading(now, windows);
        _newest[scope] = new Reading(version, clock.GetTimestamp(), reading);
        return reading;
    }

    private TimeSpan Age(Reading reading) => clock.GetElapsedTime(reading.Stamp);

    // A scope that nobody looks at any longer holds no memory.
    private void Forget()
    {
        foreach (var (scope, reading) in _newest)
        {
            if (Age(reading) > Kept) _newest.TryRemove(KeyValuePair.Create(scope, reading));
        }
    }

    private sealed record Reading(long Version, long Stamp, WindowReading Windows);
}
