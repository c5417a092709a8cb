namespace OpsBoard.LoadTest;

/// <summary>What becomes of a case: accepted, then completed or withdrawn, on that day or a later one.</summary>
internal sealed class CaseWork(Story story, Reviews reviews)
{
    private static readonly string[] Outcomes = ["granted", "refused"];

    /// <param name="instantly">Milliseconds that an instant case takes.</param>
    public void Accept(Case work, double instantly)
    {
        var item = work.Item;
        story.Tell(EventType.CaseAccepted, work.Window, new()
        {
            Case = work.Name,
            Item = item.Code,
            Channel = work.Channel,
            Trips = work.Trips,
            Comprehensive = item.IsComprehensive,
            Instant = item.IsInstant,
            PromisedDays = item.PromisedDays > 0 ? item.PromisedDays : null,
            LegalDays = item.LegalDays > 0 ? item.LegalDays : null,
            DueAt = item.IsInstant ? null : story.Instant(Due(item)),
        });
        if (item.IsInstant) story.After(instantly, () => Complete(work));
        else if (story.Chance.Is(0.015)) story.At(InOfficeHours(story.Now + (long)story.Chance.Between(0.2, 3) * Hours.Hour), () => Withdraw(work));
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
        if (work.Trips == 0) Rate(work.Window, work.Name, share: 0.3);
    }

    private void Withdraw(Case work) => story.Tell(EventType.CaseWithdrawn, work.Window, new() { Case = work.Name });

    // A promise in hours given after the closing runs from the next opening.
    private long Due(Item item) => item.PromisedHours > 0
        ? InOfficeHours(InOfficeHours(story.Now) + item.PromisedHours * Hours.Hour)
        : DayAhead(item.PromisedDays) + Hours.Close;

    private long EndOfHours(Item item)
    {
        var used = story.Chance.Around(0.45) * story.Pace.Completion;
        return InOfficeHours(InOfficeHours(story.Now) + (long)(Math.Max(used, 0.05) * item.PromisedHours * Hours.Hour));
    }

    private long EndOfDays(Item item)
    {
        var isLate = story.Chance.Is(story.Pace.LateShare);
        var days = isLate ? item.PromisedDays + 1 + story.Chance.Whole(2) : story.Chance.Whole(item.PromisedDays + 1);
        var time = DayAhead(days) + (long)story.Chance.Between(Hours.Open, Hours.Close - 5 * Hours.Minute);
        return InOfficeHours(Math.Max(time, story.Now + 20 * Hours.Minute));
    }

    private long DayAhead(int workingDays) => WorkingDays.CalendarDays(story.Day, workingDays) * Hours.Day;

    private long InOfficeHours(long time)
    {
        var (days, rest) = Math.DivRem(time, Hours.Day);
        var isWorkingDay = WorkingDays.IsWorkingDay(story.Day.AddDays((int)days));
        if (isWorkingDay && rest < Hours.Open) return days * Hours.Day + Hours.Open + rest % (20 * Hours.Minute);
        if (isWorkingDay && rest <= Hours.Close) return time;
        var next = days + WorkingDays.CalendarDays(story.Day.AddDays((int)days), 1);
        return next * Hours.Day + Hours.Open + rest % (40 * Hours.Minute);
    }
}
