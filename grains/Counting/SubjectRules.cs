using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>
/// What a subject counts for, as a function of the set of its events: any order, repetition and batching gives the same effect.
/// Items are apart (<see cref="ItemRule"/>): they belong to a county and not to one window.
/// </summary>
public static class SubjectRules
{
    /// <param name="events">All events of one subject as their corrections leave them, each once, in their order.</param>
    /// <param name="effect">Filled anew.</param>
    public static void Fold(SubjectKind kind, string id, ReadOnlySpan<Occurrence> events, LocalTerms terms, Effect effect)
    {
        effect.Clear();
        if (events.IsEmpty) return;
        switch (kind)
        {
            case SubjectKind.Ticket:
                TicketRule.Fold(id, events, effect);
                break;
            case SubjectKind.Case:
                CaseRule.Fold(id, events, terms, effect);
                break;
            case SubjectKind.Review:
                ReviewRule.Fold(id, events, terms, effect);
                break;
            case SubjectKind.Opening:
                OpeningRule.Fold(id, events, effect);
                break;
            case SubjectKind.Order:
                HotlineRule.Fold(id, events, effect);
                break;
        }
    }
}
