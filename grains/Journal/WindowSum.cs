using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>The tally of one window over a span of days, as of its version.</summary>
public sealed record WindowSum(UnitPath Window, long Version, Tally Tally);
