using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>What the events of one window say, counted from the beginning. The item catalogue is apart: it belongs to the county.</summary>
internal sealed record WindowCount(
    long Id,
    UnitPath Path,
    long Version,
    IReadOnlyDictionary<BusinessDay, Tally> Cells,
    IReadOnlyDictionary<(SubjectKind Kind, string Id), OpenSubject> Open,
    IReadOnlyDictionary<ItemUse, int> Uses)
{
    /// <summary>When the newest event happened, in unix milliseconds; 0 without any.</summary>
    public long LastEventMs { get; init; }
}
