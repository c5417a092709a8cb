namespace OpsBoard.Indicators.Milestones;

/// <summary>Whether a declared value reaches a target.</summary>
public enum MilestoneStanding
{
    Met,
    Behind,

    /// <summary>The document does not say it exactly enough: about 100 is not known to be 100, and of "all" nobody said how many that is.</summary>
    Unsure,
}
