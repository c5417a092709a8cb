using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>All that the journal knows of one window on one business day, at one version.</summary>
/// <param name="Version">Rises with each change of the window, on whatever day it counts.</param>
/// <param name="LastEventMs">When the newest event happened, in unix milliseconds.</param>
/// <param name="Items">The item catalogue as it stands on the day.</param>
/// <param name="Open">The subjects that still wait for something, in no order.</param>
public sealed record WindowRecord(
    UnitPath Window,
    long Version,
    long LastEventMs,
    Tally Tally,
    ItemStock Items,
    ImmutableArray<OpenSubject> Open)
{
    /// <summary>What is known of a window that never reported.</summary>
    public static WindowRecord Unheard(UnitPath window) => new(window, 0, 0, Tally.Zero, default, []);
}
