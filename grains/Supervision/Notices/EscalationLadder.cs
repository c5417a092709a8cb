using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>The steps (催办、升级) for entries of some kinds in some ledgers.</summary>
/// <param name="Kinds">Empty: all.</param>
/// <param name="Ledgers">Units at or beneath which the ledger is kept; empty: all.</param>
/// <param name="Steps">By days.</param>
public sealed record EscalationLadder(string Id, ImmutableArray<TaskKind> Kinds, ImmutableArray<UnitPath> Ledgers, ImmutableArray<EscalationStep> Steps)
{
    public bool Fits(TaskKind kind, UnitPath ledger) => (Kinds.IsEmpty || Kinds.Contains(kind)) && (Ledgers.IsEmpty || Ledgers.Any(unit => unit.Contains(ledger)));
}
