using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>One unit over the periods of a duty.</summary>
public sealed record DutyRow(UnitPath Unit, ImmutableArray<DutyCell> Cells);
