using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Intake;

/// <summary>Keeps identities and content hashes in memory: the answers of a journal, without its durability and its numbers.</summary>
internal sealed class FakeJournal : IJournal, IDeclarations
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Source, string Id), string> _hashes = [];
    private readonly List<ServiceEvent> _stored = [];
    private readonly List<Milestone> _declared = [];

    public bool IsUnavailable { get; set; }

    /// <summary>Only its queue is full.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether there is room for so many events.</summary>
    public Func<int, bool> HasRoom { get; set; } = static _ => true;

    /// <summary>Answers come when this does; null: at once.</summary>
    public TaskCompletionSource? Holding { get; set; }

    /// <summary>Is told of each batch that came.</summary>
    public Action<Lane> Came { get; set; } = static _ => { };

    /// <summary>Recounts end when this does.</summary>
    public TaskCompletionSource<RecountResult> Recounting { get; } = new();

    /// <summary>What was newly accepted, in order.</summary>
    public ImmutableArray<ServiceEvent> Stored
    {
        get
        {
            lock (_gate) return [.. _stored];
        }
    }

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => Append(events, Lane.Live, cancellation);

    public async Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, Lane lane, CancellationToken cancellation)
    {
        if (IsUnavailable || IsBusy || !HasRoom(events.Count)) throw new JournalUnavailableException("The journal takes nothing.") { IsBusy = !IsUnavailable };
        var holding = Holding;
        Came(lane);
        if (holding is not null) await holding.Task;
        lock (_gate) return [.. events.Select(VerdictOf)];
    }

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) =>
        Task.FromResult<ImmutableArray<Revision>>([]);

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) => Task.FromResult(new EventListing(0, 0, 0, []));

    public Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) => Recounting.Task;

    public Task<ImmutableArray<Verdict>> DeclareMilestones(IReadOnlyList<Milestone> milestones, CancellationToken cancellation = default)
    {
        if (IsUnavailable) throw new JournalUnavailableException("The queue is full.");
        lock (_gate) return Task.FromResult(milestones.Select(VerdictOf).ToImmutableArray());
    }

    public Task<ImmutableArray<DeclaredMilestone>> ReadMilestones(UnitPath? scope, CancellationToken cancellation = default)
    {
        lock (_gate) return Task.FromResult<ImmutableArray<DeclaredMilestone>>([.. _declared.Select(static milestone => new DeclaredMilestone(milestone, 0))]);
    }

    private Verdict VerdictOf(Milestone milestone)
    {
        var known = _declared.Find(other => (other.Unit, other.Id, other.Document, other.DocumentDate) == (milestone.Unit, milestone.Id, milestone.Document, milestone.DocumentDate));
        if (known is null) _declared.Add(milestone);
        if (known is null) return Verdict.Accepted;
        return known == milestone ? Verdict.Duplicate : Verdict.Conflict;
    }

    private Verdict VerdictOf(ServiceEvent happened)
    {
        var hash = Convert.ToHexString(ContentHash.Of(happened));
        if (_hashes.TryAdd((happened.Source, happened.Id), hash))
        {
            _stored.Add(happened);
            return Verdict.Accepted;
        }

        return _hashes[(happened.Source, happened.Id)] == hash ? Verdict.Duplicate : Verdict.Conflict;
    }
}
