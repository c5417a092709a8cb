using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>A journal without any event: pages that look into it have nothing to show beside their frame.</summary>
internal sealed class QuietJournal : IJournal
{
    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default) => Nothing<WindowRecord>();

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default) => Nothing<WindowVersion>();

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => Nothing<WindowSum>();

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => Nothing<DaySum>();

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => Nothing<Revision>();

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) => Task.FromResult(new EventListing(0, 0, 0, []));

    public Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    private static Task<ImmutableArray<T>> Nothing<T>() => Task.FromResult<ImmutableArray<T>>([]);
}
