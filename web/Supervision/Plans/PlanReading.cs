using System.Collections.Immutable;
using OpsBoard.Supervision.Plans;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision.Plans;

/// <summary>The targets of a scope in a year.</summary>
/// <param name="Years">In which there are plans, and this one; in order.</param>
/// <param name="Plans">Of the year, in the order of their file; never default.</param>
internal sealed record PlanReading(UnitPath Scope, DateTimeOffset AsOf, int Year, ImmutableArray<int> Years, ImmutableArray<PlanProgress> Plans);
