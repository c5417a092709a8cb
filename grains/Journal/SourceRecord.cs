namespace OpsBoard.Journal;

/// <summary>A source in figures.</summary>
/// <param name="Events">Stored in all.</param>
/// <param name="LastEventMs">When the newest of them happened, in unix milliseconds; 0 without any.</param>
/// <param name="LastReceivedMs">When the last of them was stored, in unix milliseconds; 0 without any.</param>
/// <param name="Streams">Numberings: streams with each of their epochs.</param>
/// <param name="Gaps">Stretches that are missing between numbers that are held.</param>
/// <param name="Missing">Numbers in those stretches.</param>
/// <param name="ContentConflicts">Identities that were sent again with other content, and stay as they were.</param>
/// <param name="NumberConflicts">Events that came with a number that another event holds, and were not stored.</param>
public sealed record SourceRecord(
    string Source, long Events, long LastEventMs, long LastReceivedMs, int Streams, long Gaps, long Missing, long ContentConflicts, long NumberConflicts);
