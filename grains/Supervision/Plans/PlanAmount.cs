using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>What is known of a plan's figure at the end of a period.</summary>
/// <param name="Numerator">As counted or declared.</param>
/// <param name="Denominator">Null for a count.</param>
/// <param name="On">The date of the newest document, or the last day that was counted.</param>
/// <param name="Document">Null where it was counted.</param>
public sealed record PlanAmount(Fraction Value, long Numerator, long? Denominator, MilestoneQualifier Qualifier, BusinessDay On, string? Document);
