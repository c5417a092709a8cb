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

    /// <summary>The record of the same day after a change; null when it does not follow from this one, and the journal has to be read.</summary>
    public WindowRecord? After(WindowChange change, BusinessDay day)
    {
        if (change.Version != Version + 1 || !change.IsWhole) return null;
        var tally = change.Cells.FirstOrDefault(cell => cell.Day == day).Tally ?? Tally;
        return this with { Version = change.Version, LastEventMs = change.LastEventMs, Tally = tally, Open = change.Open.IsEmpty ? Open : OpenAfter(change.Open) };
    }

    private ImmutableArray<OpenSubject> OpenAfter(ImmutableArray<OpenChange> changes) =>
    [
        .. Open.Where(subject => !changes.Any(change => change.Kind == subject.Kind && string.Equals(change.Id, subject.Id, StringComparison.Ordinal))),
        .. changes.Where(static change => change.Now is not null).Select(static change => change.Now!.Value),
    ];
}
