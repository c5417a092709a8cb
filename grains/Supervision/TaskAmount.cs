using OpsBoard.Indicators.Milestones;

namespace OpsBoard.Supervision;

/// <summary>How much is done, and how exactly that was said: 100余件 is at least 100, 近百 about 100.</summary>
[GenerateSerializer, Immutable, Alias("TaskAmount")]
public readonly record struct TaskAmount([property: Id(0)] long Value, [property: Id(1)] MilestoneQualifier Qualifier)
{
    /// <summary>What is about a number is not known to reach it.</summary>
    public bool Reaches(long target) => Qualifier != MilestoneQualifier.About && Value >= target;
}
