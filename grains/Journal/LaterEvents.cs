using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>What the journal learnt after a token of the time before it: it is listed, and not in the frame.</summary>
/// <param name="Corrections">Corrections of events that the frame counts.</param>
/// <param name="Late">Events that came more than a minute after they had happened.</param>
/// <param name="OnTheWay">Events that came within a minute: they were under way.</param>
/// <param name="Listed">Corrections first, then late events, each by the time of arrival.</param>
public sealed record LaterEvents(int Corrections, int Late, int OnTheWay, ImmutableArray<LaterEvent> Listed)
{
    public static readonly LaterEvents None = new(0, 0, 0, []);
}
