using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>
/// A review counts once, by its last submission; a default one (默认评价) is counted apart from those that citizens gave. One or
/// two stars are a bad review (差评), open until it is rectified. An upheld appeal takes the review out of the counts.
/// </summary>
internal static class ReviewRule
{
    private const int WorstStars = 2;

    public static Effect EffectOf(string id, IReadOnlyList<Occurrence> events)
    {
        var submitted = events.LastOrDefault(static e => e.Kind == EventKind.ReviewSubmitted);
        if (submitted?.Facts.Stars is not { } stars || IsUpheld(events)) return Effect.None;
        var counter = submitted.Facts.ByDefault == true ? Counter.ReviewsByDefault : Counter.Stars1 + (stars - 1);
        var isOpen = stars <= WorstStars && events.All(static e => e.Kind != EventKind.ReviewRectified);
        return new Effect(
            [Mark.Of(submitted.AtMs, counter)],
            isOpen ? new OpenSubject(SubjectKind.Review, id, submitted.AtMs) : null);
    }

    private static bool IsUpheld(IReadOnlyList<Occurrence> events) =>
        events.LastOrDefault(static e => e.Kind == EventKind.ReviewAppealed)?.Facts.Outcome == "upheld";
}
