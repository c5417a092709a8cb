namespace OpsBoard.LoadTest;

/// <summary>
/// All events of one business day of the province, a pure function of province, day and seed. Among them are the late ends of what began
/// on the days before.
/// </summary>
/// <param name="heartbeat">The interval of a window's heartbeats; zero for none.</param>
internal sealed class OfficeDay(Province province, DateOnly day, long seed, TimeSpan heartbeat)
{
    /// <summary>Calendar days back that can still cause events: the longest promise, two working days late, over two weekends.</summary>
    private const int DaysBack = 11;

    /// <summary>In time order, from midnight on.</summary>
    public IEnumerable<ServiceEvent> Events() => TimeOrder.Merge(Stories());

    private IEnumerable<IEnumerable<ServiceEvent>> Stories()
    {
        var end = Hours.Midnight(day.AddDays(1));
        var quick =
            from back in Enumerable.Range(0, DaysBack + 1)
            from department in province.Departments
            select Tell(department, back).TakeWhile(told => told.Time < end);
        return quick.Concat(Backlog.Stories(province, seed, day.AddDays(-SlowWork.Days), day, silentUntil: day));
    }

    private IEnumerable<ServiceEvent> Tell(Department department, int back)
    {
        var story = new Story(department, day.AddDays(-back), seed, silentDays: back);
        var cases = new CaseWork(story, new Reviews(story));
        var hall = new Hall(story, cases);
        hall.Plan();
        new OnlineHall(story, cases).Plan();
        new Hotline(story).Plan();
        if (heartbeat > TimeSpan.Zero && back == 0) new Heartbeats(story, hall, heartbeat).Plan();
        return story.Run();
    }
}
