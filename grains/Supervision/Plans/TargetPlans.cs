using System.Collections.Immutable;

namespace OpsBoard.Supervision.Plans;

/// <summary>The plans of this board, in the order of their file; replaced all at once when the file changes.</summary>
public sealed class TargetPlans(ImmutableArray<TargetPlan> plans)
{
    private volatile IReadOnlyList<TargetPlan> _all = plans;

    public IReadOnlyList<TargetPlan> All => _all;

    public void Replace(TargetPlans other) => _all = other.All;
}
