namespace OpsBoard.LoadTest;

/// <summary>
/// What becomes of a case: accepted, then completed or withdrawn, on that day or a later one. Some stop for missing papers, some are
/// extended.
/// </summary>
internal sealed class CaseWork(Story story, Reviews reviews)
{
    /// <summary>How many cases are done at once.</summary>
    public const double InstantShare = 0.63;

    private static readonly string[] Outcomes = ["granted", "refused"];

    /// <param name="instantly">Milliseconds that an instant case takes.</param>
    public void Accept(Case work, double instantly)
    {
        var item = work.Item;
        // A date is said where a promise in working days could not say it; elsewhere some systems give one besides.
        var isDated = !work.IsInstant && (item.PromisedHours > 0 || story.Chance.Is(0.35));
        story.Tell(EventType.CaseAccepted, work.Window, new()
        {
            Case = work.Name,
            Item = item.Code,
            Channel = work.Channel,
            Trips = work.Trips,
            Comprehensive = item.IsComprehensive,
            Instant = work.IsInstant,
            PromisedDays = work.IsInstant || item.PromisedDays == 0 ? null : item.PromisedDays,
            LegalDays = work.IsInstant ? null : item.LegalDays,
            DueAt = isDated ? story.Instant(Due(item)) : null,
        });
        if (work.IsInstant) story.After(instantly, () => Complete(work));
        else if (story.Chance.Is(0.015)) story.At(story.InOfficeHours(story.Now + (long)story.Chance.Between(0.2, 3) * Hours.Hour), () => Withdraw(work));
        else if (!isDated && story.Chance.Is(0.08)) story.At(Soon(), () => Suspend(work));
        else if (!isDated && story.Chance.Is(0.05)) story.At(Soon(), () => Extend(work));
        else story.At(item.PromisedHours > 0 ? EndOfHours(item) : EndOfDays(item), () => Complete(work));
    }

    public void Rate(Window window, string name, double share)
    {
        if (story.Chance.Is(share)) story.After(story.Chance.Between(5, 90) * Hours.Second, () => reviews.Submit(window, name));
    }

    private void Complete(Case work)
    {
        var outcome = Outcomes[story.Chance.Is(0.02) ? 1 : 0];
        story.Tell(EventType.CaseCompleted, work.Window, new() { Case = work.Name, Outcome = outcome });
        if (work.Channel != "window") Rate(work.Window, work.Name, share: 0.3);
    }

    private void Withdraw(Case work) => story.Tell(EventType.CaseWithdrawn, work.Window, new() { Case = work.Name });

    // The papers that are missing come on the next working day.
    private void Suspend(Case work)
    {
        story.Tell(EventType.CaseSuspended, work.Window, new() { Case = work.Name });
        story.At(story.DayAhead(1) + story.TimeOfDay(), () => Resume(work));
    }

    private void Resume(Case work)
    {
        story.Tell(EventType.CaseResumed, work.Window, new() { Case = work.Name });
        story.At(story.InOfficeHours(story.Now + (long)(story.Chance.Between(0.5, 6) * Hours.Hour)), () => Complete(work));
    }

    private void Extend(Case work)
    {
        var days = 2 + story.Chance.Whole(4);
        story.Tell(EventType.CaseExtended, work.Window, new() { Case = work.Name, Days = days });
        story.At(story.DayAhead(work.Item.PromisedDays + 1 + story.Chance.Whole(2)) + story.TimeOfDay(), () => Complete(work));
    }

    private long Soon() => story.InOfficeHours(story.Now + (long)(story.Chance.Between(0.2, 2) * Hours.Hour));

    // A promise in hours given after the closing runs from the next opening.
    private long Due(Item item) => item.PromisedHours > 0
        ? story.InOfficeHours(story.InOfficeHours(story.Now) + item.PromisedHours * Hours.Hour)
        : story.DayAhead(item.PromisedDays) + Hours.Close;

    private long EndOfHours(Item item)
    {
        var used = story.Chance.Around(0.45) * story.Pace.Completion;
        return story.InOfficeHours(story.InOfficeHours(story.Now) + (long)(Math.Max(used, 0.05) * item.PromisedHours * Hours.Hour));
    }

    private long EndOfDays(Item item)
    {
        var isLate = story.Chance.Is(story.Pace.LateShare);
        var days = isLate ? item.PromisedDays + 1 + story.Chance.Whole(2) : story.Chance.Whole(item.PromisedDays + 1);
        return story.InOfficeHours(Math.Max(story.DayAhead(days) + story.TimeOfDay(), story.Now + 20 * Hours.Minute));
    }
}
