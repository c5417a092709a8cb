using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>Something stored that its events do not say.</summary>
/// <param name="Figure">What differs, for instance <c>2026-11-20 accepted</c>.</param>
public sealed record RecountDifference(UnitPath Window, string Figure, string Stored, string Recounted);
