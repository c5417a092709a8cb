using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>What offices declared, kept beside the events and as durable as they are.</summary>
public interface IDeclarations
{
    /// <summary>
    /// Stores milestones and answers once they are durable: one verdict for each, in order. Of one identity (unit, id, document, date)
    /// the first stays: the same again is a duplicate, anything else a conflict.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Nothing of the batch was acknowledged; sending the same again is safe.</exception>
    Task<ImmutableArray<Verdict>> DeclareMilestones(IReadOnlyList<Milestone> milestones, CancellationToken cancellation = default);

    /// <summary>Everything ever declared at or beneath the unit (everywhere when null), in no particular order.</summary>
    Task<ImmutableArray<DeclaredMilestone>> ReadMilestones(UnitPath? scope, CancellationToken cancellation = default);
}
