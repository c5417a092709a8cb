namespace OpsBoard.LoadTest;

/// <summary>
/// What takes weeks: cases with promises of 7 to 20 working days, some of which end late, and bad reviews that wait, some for ever. It is a
/// story of its own and a short one, so that a feed can tell four weeks of it when it begins: a board that is an hour old has cases that are
/// due soon and overdue.
/// </summary>
internal sealed class SlowWork(Story story)
{
    public const string Strand = "-slow";

    /// <summary>Calendar days from the beginning to the last event: twenty working days and four weekends.</summary>
    public const int Days = 28;

    private static readonly int[] Promises = [7, 10, 15, 20];

    public void Plan()
    {
        if (WorkingDays.IsWorkingDay(story.Day) && story.Chance.Is(0.15)) story.At(story.TimeOfDay(), Accept);
        if (story.Chance.Is(0.02 + story.Pace.BadReviewShare / 2)) story.At(story.TimeOfDay(), Submit);
    }

    private void Accept()
    {
        var promised = Promises[story.Chance.Whole(Promises.Length)];
        var item = story.DrawItem();
        var (name, window) = (story.NewName('c'), AnyWindow());
        story.Tell(EventType.CaseAccepted, window, new()
        {
            Case = name,
            Item = item.Code,
            Channel = "window",
            Trips = 1,
            Comprehensive = item.IsComprehensive,
            Instant = false,
            PromisedDays = promised,
            LegalDays = promised * 2,
        });
        if (promised <= 10 && story.Chance.Is(0.2)) Suspend(window, name, promised);
        else if (promised <= 10 && story.Chance.Is(0.1)) Extend(window, name, promised);
        else story.At(Later(LastDay(promised)), () => Complete(window, name));
    }

    // A quarter takes what was promised to the last day; whoever promised 20 days is never late, since the story ends there.
    private int LastDay(int promised)
    {
        if (promised < 20 && story.Chance.Is(0.08 + story.Pace.LateShare)) return promised + 1 + story.Chance.Whole(4);
        return story.Chance.Is(0.25) ? promised : 2 + story.Chance.Whole(promised - 2);
    }

    // While it is suspended the clock stands, so the case may end later by as many days.
    private void Suspend(Window window, string name, int promised)
    {
        story.At(Later(1), () => story.Tell(EventType.CaseSuspended, window, new() { Case = name }));
        story.At(Later(6), () => story.Tell(EventType.CaseResumed, window, new() { Case = name }));
        story.At(Later(7 + story.Chance.Whole(promised - 2)), () => Complete(window, name));
    }

    private void Extend(Window window, string name, int promised)
    {
        story.At(Later(promised - 2), () => story.Tell(EventType.CaseExtended, window, new() { Case = name, Days = 5 }));
        story.At(Later(promised + story.Chance.Whole(6)), () => Complete(window, name));
    }

    private void Complete(Window window, string name) => story.Tell(EventType.CaseCompleted, window, new() { Case = name, Outcome = "granted" });

    private void Submit()
    {
        var (review, window) = (story.NewName('r'), AnyWindow());
        story.Tell(EventType.ReviewSubmitted, window, new() { Review = review, Stars = 1 + story.Chance.Whole(2), ByDefault = false });
        if (story.Chance.Is(0.3)) return;
        var contacted = 1 + story.Chance.Whole(8);
        var rectified = contacted + 1 + story.Chance.Whole(10);
        story.At(Later(contacted), () => story.Tell(EventType.ReviewContacted, window, new() { Review = review, Outcome = "verified" }));
        if (story.Chance.Is(0.25)) return;
        story.At(Later(rectified), () => story.Tell(EventType.ReviewRectified, window, new() { Review = review, Outcome = "rectified" }));
        story.At(Later(rectified + 1), () => story.Tell(EventType.ReviewPublished, window, new() { Review = review }));
    }

    private Window AnyWindow() => story.Department.Windows[story.Chance.Whole(story.Department.Windows.Length)];

    private long Later(int workingDays) => story.DayAhead(workingDays) + story.TimeOfDay();
}
