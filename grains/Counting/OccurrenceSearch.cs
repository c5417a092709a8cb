using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>Finds events of a kind among those of one subject, which stand in their order.</summary>
internal static class OccurrenceSearch
{
    public static Occurrence? FirstOf(this ReadOnlySpan<Occurrence> events, EventKind kind)
    {
        foreach (var occurrence in events)
        {
            if (occurrence.Kind == kind) return occurrence;
        }

        return null;
    }

    public static Occurrence? LastOf(this ReadOnlySpan<Occurrence> events, EventKind kind) => events.LastOf(kind, kind);

    public static Occurrence? LastOf(this ReadOnlySpan<Occurrence> events, EventKind kind, EventKind other)
    {
        for (var i = events.Length - 1; i >= 0; i--)
        {
            if (events[i].Kind == kind || events[i].Kind == other) return events[i];
        }

        return null;
    }
}
