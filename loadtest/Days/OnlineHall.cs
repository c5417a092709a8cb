namespace OpsBoard.LoadTest;

/// <summary>Cases that arrive without a trip, all round the clock; each is given to one of the department's windows.</summary>
internal sealed class OnlineHall(Story story, CaseWork cases)
{
    public void Plan()
    {
        var windows = story.Department.Windows.Length;
        double perHour(double hour) => Curves.Online(hour) * windows;
        new Arrivals(story, perHour, Curves.MostOnline * windows, Accept).Run(0, Hours.Day);
    }

    private void Accept()
    {
        var channel = story.Chance.Between(0, 1) switch { < 0.45 => "online", < 0.88 => "mobile", _ => "selfservice" };
        var window = story.Department.Windows[story.Chance.Whole(story.Department.Windows.Length)];
        var item = Item.Draw(story.Department.Kind, story.Chance);
        cases.Accept(new(story.NewName('c'), item, window, channel, Trips: 0), story.Chance.Between(3, 90) * Hours.Second);
    }
}
