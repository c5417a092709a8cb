namespace OpsBoard.LoadTest;

/// <summary>
/// Cases that arrive online, all round the clock; each is given to one of the department's windows. Where the department has no zero-trip
/// item that is asked for, one trip remains: to hand in the papers.
/// </summary>
internal sealed class OnlineHall(Story story, CaseWork cases)
{
    public void Plan()
    {
        var windows = story.Department.Windows.Length * story.Department.Kind.Visits;
        double perHour(double hour) => Curves.Online(hour) * windows;
        new Arrivals(story, perHour, Curves.MostOnline * windows, Accept).Run(0, Hours.Day);
    }

    private void Accept()
    {
        var channel = story.Chance.Between(0, 1) switch { < 0.45 => "online", < 0.88 => "mobile", _ => "selfservice" };
        var window = story.Department.Windows[story.Chance.Whole(story.Department.Windows.Length)];
        var item = story.DrawItem(preferZeroTrip: true);
        cases.Accept(
            new(story.NewName('c'), item, window, channel, Trips: item.IsZeroTrip ? 0 : 1) { IsInstant = story.Chance.Is(CaseWork.InstantShare) },
            story.Chance.Between(3, 90) * Hours.Second);
    }
}
