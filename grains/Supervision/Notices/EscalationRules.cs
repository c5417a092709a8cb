using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>Who is told of an entry, and when: the content of <c>escalations.json</c>.</summary>
/// <param name="From">Steps that fell due on earlier days are not sent: whoever begins with a ledger of years tells nobody of its past.</param>
/// <param name="At">The time of day in the province at which a step falls due.</param>
public sealed record EscalationRules(BusinessDay From, TimeOnly At, ImmutableArray<NoticeReceiver> Receivers, ImmutableArray<EscalationLadder> Ladders)
{
    /// <summary>Nobody is told anything.</summary>
    public static readonly EscalationRules None = new(default, default, [], []);

    public NoticeReceiver? Find(string receiver) => Receivers.FirstOrDefault(each => each.Id == receiver);

    /// <summary>The first that fits; null: nobody is told.</summary>
    public EscalationLadder? LadderFor(TaskKind kind, UnitPath ledger) => Ladders.FirstOrDefault(ladder => ladder.Fits(kind, ledger));

    /// <summary>Whom a step tells of an entry, each once and in the order of the step, and the units for which nobody is listed.</summary>
    public (ImmutableArray<NoticeReceiver> Receivers, ImmutableArray<UnitPath> Unlisted) ReceiversOf(EscalationStep step, TaskId task, TaskPlan plan)
    {
        var units = step.To.SelectMany(part => NoticeParts.UnitsOf(part, task, plan)).Distinct().ToList();
        var receivers = step.To.SelectMany(word => Find(word) is { } named ? [named] : NoticeParts.UnitsOf(word, task, plan).SelectMany(OfUnit)).Distinct();
        return ([.. receivers], [.. units.Where(unit => !OfUnit(unit).Any())]);
    }

    private IEnumerable<NoticeReceiver> OfUnit(UnitPath unit) => Receivers.Where(receiver => receiver.Units.Contains(unit));
}
