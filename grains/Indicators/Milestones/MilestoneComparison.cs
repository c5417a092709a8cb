namespace OpsBoard.Indicators.Milestones;

/// <summary>A target beside the newest value that was declared by the end of its year.</summary>
public sealed record MilestoneComparison(Milestone Value, MilestoneTarget Target)
{
    public MilestoneStanding Standing => (Value.Qualifier, Target.Value) switch
    {
        (MilestoneQualifier.About, _) or (_, null) => MilestoneStanding.Unsure,
        (_, { } wanted) when Value.Value >= wanted => MilestoneStanding.Met,
        (MilestoneQualifier.AtLeast, _) => MilestoneStanding.Unsure,
        _ => MilestoneStanding.Behind,
    };

    /// <summary>Of every target that any of the documents set, by year; one of a year of which nothing was declared yet is left out.</summary>
    public static IEnumerable<MilestoneComparison> Of(MilestoneHistory history)
    {
        var newestFirst = history.Former.Insert(0, history.Current);
        return newestFirst.Select(static declared => declared.Milestone.Target).OfType<MilestoneTarget>().Distinct().OrderBy(static target => target.Year)
            .SelectMany(target => newestFirst.Where(declared => declared.Milestone.DocumentDate.Year <= target.Year).Take(1).Select(declared => new MilestoneComparison(declared.Milestone, target)));
    }
}
