namespace OpsBoard.LoadTest;

/// <summary>Orders (工单) of a county's 12345 hotline, all round the clock: answered within minutes, closed within hours, mostly rated.</summary>
internal sealed class Hotline(Story story)
{
    public void Plan()
    {
        var callers = story.Department.Callers;
        double perHour(double hour) => Curves.Hotline(hour) * callers;
        new Arrivals(story, perHour, 0.12 * callers, Receive).Run(0, Hours.Day);
    }

    private void Receive()
    {
        var window = story.Department.Windows[story.Chance.Whole(story.Department.Windows.Length)];
        var order = story.NewName('o');
        story.Tell(EventType.HotlineReceived, window, new() { Order = order });
        story.After(story.Chance.Around(9 * Hours.Minute) * story.Pace.Completion, () => Answer(window, order));
    }

    private void Answer(Window window, string order)
    {
        story.Tell(EventType.HotlineAnswered, window, new() { Order = order });
        story.After(story.Chance.Around(4 * Hours.Hour) * story.Pace.Completion, () => Close(window, order));
    }

    private void Close(Window window, string order)
    {
        var stars = story.Chance.Is(story.Pace.BadReviewShare * 2) ? 2 : 5 - story.Chance.Whole(2);
        story.Tell(EventType.HotlineClosed, window, new() { Order = order, Stars = story.Chance.Is(0.85) ? stars : null });
    }
}
