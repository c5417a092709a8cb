namespace OpsBoard.Indicators.Milestones;

/// <summary>What shall be reached by the end of a year, and the document that says so.</summary>
/// <param name="Value">Null: all of them (全部).</param>
public sealed record MilestoneTarget(long? Value, int Year, string Document);
