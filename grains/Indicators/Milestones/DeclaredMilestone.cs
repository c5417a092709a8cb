namespace OpsBoard.Indicators.Milestones;

/// <summary>A milestone as it is kept.</summary>
/// <param name="DeclaredMs">When it came, by the server's clock, in unix milliseconds.</param>
public sealed record DeclaredMilestone(Milestone Milestone, long DeclaredMs);
