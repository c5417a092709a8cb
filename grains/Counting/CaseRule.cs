using System.Collections.Immutable;
using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>
/// A case is accepted once, on the day of its first acceptance, and ends once, by the last of its completions and withdrawals.
/// It is zero-trip when the newest word on its trips is 0. A completion without an acceptance is a completion all the same:
/// the acceptance may be still on its way, or lie before the first live day.
/// </summary>
internal static class CaseRule
{
    public static Effect EffectOf(string id, IReadOnlyList<Occurrence> events)
    {
        var accepted = events.FirstOrDefault(static e => e.Kind == EventKind.CaseAccepted);
        var end = events.LastOrDefault(static e => e.Kind is EventKind.CaseCompleted or EventKind.CaseWithdrawn);
        var due = events.LastOrDefault(static e => e.Facts.DueAtMs is not null)?.Facts.DueAtMs;
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (accepted is not null) marks.Add(Mark.Of(accepted.AtMs, Counter.Accepted));
        if (accepted is not null && IsZeroTrip(events)) marks.Add(Mark.Of(accepted.AtMs, Counter.ZeroTrip));
        if (end?.Kind == EventKind.CaseWithdrawn) marks.Add(Mark.Of(end.AtMs, Counter.Withdrawn));
        if (end?.Kind == EventKind.CaseCompleted) marks.AddRange(MarksOfCompletion(events, end, due));
        var isOpen = accepted is not null && end is null;
        return new Effect(marks.ToImmutable(), isOpen ? new OpenSubject(SubjectKind.Case, id, accepted!.AtMs, due) : null);
    }

    private static bool IsZeroTrip(IReadOnlyList<Occurrence> events) =>
        events.LastOrDefault(static e => e.Facts.Trips is not null)?.Facts.Trips == 0;

    private static IEnumerable<Mark> MarksOfCompletion(IReadOnlyList<Occurrence> events, Occurrence end, long? due)
    {
        yield return Mark.Of(end.AtMs, Counter.Completed);
        if (events.Any(static e => e.Facts.Instant == true)) yield return Mark.Of(end.AtMs, Counter.Instant);
        if (due is not null) yield return Mark.Of(end.AtMs, end.AtMs <= due ? Counter.OnTime : Counter.Late);
    }
}
