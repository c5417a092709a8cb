using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>One event that a frame does not count, because it came later.</summary>
/// <param name="OccurredMs">When it happened, in unix milliseconds; of a correction, when it was made.</param>
/// <param name="ReceivedMs">When it came, in unix milliseconds.</param>
public sealed record LaterEvent(UnitPath Window, EventKind Kind, string Source, string Id, long OccurredMs, long ReceivedMs)
{
    public bool IsCorrection => Kind == EventKind.Correction;
}
