using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>A recorded <see cref="BoardToken"/> without its versions.</summary>
/// <param name="Number">Rises with each token of the journal.</param>
public sealed record TokenMark(long Number, long AtMs, UnitPath Scope, bool IsChange, long Behind);
