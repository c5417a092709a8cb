using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>
/// A hotline order (12345 工单) is received, answered and closed once each, and rated by the last word of the caller. Three stars and
/// more are satisfied, as with reviews. It is open from its receipt until it is closed.
/// </summary>
internal static class HotlineRule
{
    public static void Fold(string id, ReadOnlySpan<Occurrence> events, Effect effect)
    {
        var received = events.FirstOf(EventKind.HotlineReceived);
        var closed = events.LastOf(EventKind.HotlineClosed);
        if (received is not null) effect.Add(received, Counter.HotlineReceived);
        if (events.FirstOf(EventKind.HotlineAnswered) is { } answered) effect.Add(answered, Counter.HotlineAnswered);
        if (closed is not null) effect.Add(closed, Counter.HotlineClosed);
        if (LastRated(events) is { } rated)
        {
            effect.Add(rated, Counter.HotlineRated);
            if (rated.Facts.Stars > ReviewRule.WorstStars) effect.Add(rated, Counter.HotlineSatisfied);
        }

        if (received is not null && closed is null) effect.Wait(received, new OpenSubject(SubjectKind.Order, id, received.AtMs));
    }

    private static Occurrence? LastRated(ReadOnlySpan<Occurrence> events)
    {
        for (var i = events.Length - 1; i >= 0; i--)
        {
            if (events[i].Facts.Stars is not null) return events[i];
        }

        return null;
    }
}
