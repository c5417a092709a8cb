namespace OpsBoard.Journal;

/// <summary>A second person's word on a revision that waits.</summary>
/// <param name="Revision">The number of the revision.</param>
/// <param name="By">The office or position that decides; no personal name is needed.</param>
public sealed record Decision(long Revision, bool IsApproved, string By);
