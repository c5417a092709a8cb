using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>A cell that does not say what its events say.</summary>
public sealed record RecountDifference(UnitPath Window, BusinessDay Day, Tally Stored, Tally Recounted);
