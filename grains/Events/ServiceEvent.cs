using OpsBoard.Units;

namespace OpsBoard.Events;

/// <summary>One past fact at one window, read and validated: what intake hands to the journal.</summary>
/// <param name="Source">CloudEvents source, 1 to 256 bytes of UTF-8, compared bytewise.</param>
/// <param name="Id">CloudEvents id, 1 to 128 bytes of UTF-8, compared bytewise; unique for its source for ever.</param>
/// <param name="OccurredMs">Unix milliseconds, cut off, never rounded.</param>
public sealed record ServiceEvent(
    string Source,
    string Id,
    EventKind Kind,
    UnitPath Window,
    long OccurredMs,
    Facts Facts)
{
    /// <summary>Null when the source does not number its events.</summary>
    public SequenceMark? Mark { get; init; }

    public BusinessDay Day => BusinessDay.Of(OccurredMs);

    public SubjectKind SubjectKind => EventKinds.SubjectOf(Kind);

    /// <summary>The id of the subject within its window; empty for heartbeats.</summary>
    public string SubjectId => SubjectKind switch
    {
        SubjectKind.Ticket => Facts.Ticket!,
        SubjectKind.Case => Facts.Case!,
        SubjectKind.Review => Facts.Review!,
        SubjectKind.Order => Facts.Order!,
        SubjectKind.Item => Facts.Item!,
        SubjectKind.Opening => Day.ToString(),
        SubjectKind.Correction => Facts.Target!,
        _ => "",
    };
}
