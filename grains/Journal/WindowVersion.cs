using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>The version of a window's row in the journal.</summary>
public readonly record struct WindowVersion(UnitPath Window, long Version);
