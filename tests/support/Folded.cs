using OpsBoard.Counting;
using OpsBoard.Events;

namespace OpsBoard.Testing;

/// <summary>The effect of a handful of events of one subject.</summary>
internal static class Folded
{
    public static Effect Of(ServiceEvent[] events, ServiceEvent[]? corrections = null, LocalTerms? terms = null)
    {
        var subject = new SubjectEvents();
        var replaced = (corrections ?? []).Select(Occurrence.Of).ToList();
        foreach (var occurrence in events.Select(Occurrence.Of)) subject.Add(occurrence, replaced);
        var effect = new Effect();
        SubjectRules.Fold(events[0].SubjectKind, events[0].SubjectId, subject.InOrder, terms ?? LocalTerms.Default, effect);
        return effect;
    }
}
