using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>
/// What a subject counts for, as a function of the set of its events: any order, repetition and batching gives the same effect.
/// </summary>
public static class SubjectRules
{
    /// <param name="occurrences">All events of one subject, in any order, each once; its corrections apart.</param>
    public static Effect EffectOf(SubjectKind kind, string id, IEnumerable<Occurrence> occurrences, IReadOnlyCollection<Occurrence> corrections)
    {
        var events = occurrences
            .Select(occurrence => corrections.Count == 0 ? occurrence : occurrence.CorrectedBy(corrections))
            .OfType<Occurrence>()
            .Order(Occurrence.InOrder)
            .ToList();
        if (events.Count == 0) return Effect.None;
        return kind switch
        {
            SubjectKind.Ticket => TicketRule.EffectOf(id, events),
            SubjectKind.Case => CaseRule.EffectOf(id, events),
            SubjectKind.Review => ReviewRule.EffectOf(id, events),
            SubjectKind.Opening => OpeningRule.EffectOf(id, events),
            _ => Effect.None,
        };
    }
}
