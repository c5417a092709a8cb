using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>The parts that units have in an entry, as a step of a ladder names them.</summary>
public static class NoticeParts
{
    public const string Lead = "lead";
    public const string Supports = "supports";
    public const string Keeper = "keeper";

    /// <summary>The unit above the lead unit; of a province itself.</summary>
    public const string Superior = "superior";

    public static readonly IReadOnlyList<string> All = [Lead, Supports, Keeper, Superior];

    /// <returns>Empty for a word that is no part, and for supporting units where there are none.</returns>
    public static ImmutableArray<UnitPath> UnitsOf(string part, TaskId task, TaskPlan plan) => part switch
    {
        Lead => [plan.Lead],
        Supports => plan.Supports,
        Keeper => [task.Ledger],
        Superior => [plan.Lead.Kind == UnitKind.Province ? plan.Lead : plan.Lead.Parent],
        _ => [],
    };
}
