using System.Collections.Immutable;
using OpsBoard.Supervision.Duties;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision.Duties;

/// <summary>The duties of a scope over a year.</summary>
/// <param name="Matrices">Of the duties that any unit in the scope has, in the order of their file; never default.</param>
/// <param name="Deeds">All that was done, of every year and of duties that are no longer in the file too.</param>
internal sealed record DutyReading(UnitPath Scope, DateTimeOffset AsOf, int Year, ImmutableArray<DutyMatrix> Matrices, ImmutableArray<DutyDeed> Deeds);
