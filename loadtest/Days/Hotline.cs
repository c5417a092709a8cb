namespace OpsBoard.LoadTest;

/// <summary>Orders of the 12345 hotline: answered within minutes, closed within hours.</summary>
internal sealed class Hotline(Story story)
{
    public void Plan()
    {
        var windows = story.Department.Windows.Length;
        double perHour(double hour) => Curves.Hotline(hour) * windows;
        new Arrivals(story, perHour, 0.12 * windows, Receive).Run(0, Hours.Day);
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
        story.Tell(EventType.HotlineClosed, window, new() { Order = order, Stars = stars });
    }
}
