using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>Something that units have to do again and again (调度): 我陪群众走流程 once a quarter, 实地调研 once a month.</summary>
/// <param name="Allowed">Null: on any day of the period.</param>
/// <param name="Kinds">Every unit of these kinds has it.</param>
/// <param name="Units">And these.</param>
/// <param name="Owner">An office.</param>
/// <param name="From">Periods that begin before are not judged.</param>
/// <param name="NoticeDays">So many working days before its last day a period's duty is due; until then it is not.</param>
public sealed record Duty(
    string Id,
    Wording Name,
    Cycle Cycle,
    DutySpan? Allowed,
    ImmutableArray<UnitKind> Kinds,
    ImmutableArray<UnitPath> Units,
    Wording Owner,
    string Document,
    BusinessDay From,
    int NoticeDays)
{
    public bool IsOf(UnitPath unit) => Units.Contains(unit) || Kinds.Contains(unit.Kind);

    /// <summary>The days of the period on which it may be done; both are in it.</summary>
    public (BusinessDay First, BusinessDay Last) SpanIn(CyclePeriod period) => Allowed?.In(period) ?? (period.First, period.Last);
}
