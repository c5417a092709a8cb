using System.Collections.Immutable;
using OpsBoard.Embedded;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>The journal as grains see it: it may answer late or not at all, and it is remembered who read what.</summary>
internal sealed class WatchedJournal(World world) : IJournal
{
    private IJournal Inner => world.Store.Journal;

    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default)
    {
        var reader = world.Speaker!;
        var found = Inner.ReadWindows(scope, day, cancellation);
        if (reader.Node.Kind != UnitKind.Window) reader.Loads.Add(found.Result);
        return Answer(reader, found);
    }

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default) =>
        Answer(world.Speaker!, Inner.ReadVersions(scope, cancellation));

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    private Task<T> Answer<T>(Activation reader, Task<T> found)
    {
        if (world.Dice.Chance(world.Faults.FailedReads)) return Task.FromException<T>(new JournalUnavailableException("A simulated fault."));
        if (!world.Dice.Chance(world.Faults.SlowReads)) return found;
        var late = new TaskCompletionSource<T>();
        world.Schedule.After(world.Dice.Below(1_000), () => reader.Resume(() => late.SetResult(found.Result)));
        return late.Task;
    }
}
