using OpsBoard.Events;

namespace OpsBoard.Indicators.Milestones;

/// <summary>What became of reading one declaration: a milestone, or why it is none.</summary>
/// <param name="Id">As it was sent; null when it could not be read.</param>
public sealed record MilestoneReading(Milestone? Milestone, Rejection? Rejection, string? Id);
