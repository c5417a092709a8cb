using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>What grains ask of a journal, answered by the model; they ask nothing else.</summary>
internal sealed class ModelReader(SortedDictionary<UnitPath, ModelWindow> windows) : IJournal
{
    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<WindowRecord>();
        foreach (var (path, window) in windows)
        {
            if (scope.Contains(path)) found.Add(window.Read(day));
        }

        return Task.FromResult(found.ToImmutable());
    }

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<WindowVersion>();
        foreach (var (path, window) in windows)
        {
            if (scope?.Contains(path) ?? true) found.Add(new WindowVersion(path, window.Version));
        }

        return Task.FromResult(found.ToImmutable());
    }

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();
}
