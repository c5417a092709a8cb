namespace OpsBoard.Indicators.Milestones;

/// <summary>How exactly a document says its figure. The numbers are stored, so they are never changed nor used again.</summary>
public enum MilestoneQualifier
{
    Exact = 0,

    /// <summary>100余件 is at least 100.</summary>
    AtLeast = 1,

    /// <summary>近百 is about 100.</summary>
    About = 2,
}
