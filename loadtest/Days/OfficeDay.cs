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

    /// <summary>In time order, from midnight on. Produced while it is read, so a day is never held as a whole.</summary>
    public IEnumerable<ServiceEvent> Events()
    {
        var stories = new List<IEnumerator<ServiceEvent>>();
        var next = new PriorityQueue<int, (DateTimeOffset Time, int Story)>();
        try
        {
            foreach (var story in Stories()) Begin(story.GetEnumerator(), stories, next);
            while (next.TryDequeue(out var place, out _))
            {
                yield return stories[place].Current;
                if (stories[place].MoveNext()) next.Enqueue(place, (stories[place].Current.Time, place));
            }
        }
        finally
        {
            foreach (var story in stories) story.Dispose();
        }
    }

    private static void Begin(IEnumerator<ServiceEvent> story, List<IEnumerator<ServiceEvent>> stories, PriorityQueue<int, (DateTimeOffset Time, int Story)> next)
    {
        if (story.MoveNext()) next.Enqueue(stories.Count, (story.Current.Time, stories.Count));
        stories.Add(story);
    }

    private IEnumerable<IEnumerable<ServiceEvent>> Stories()
    {
        var end = Hours.Midnight(day.AddDays(1));
        return
            from back in Enumerable.Range(0, DaysBack + 1)
            from department in province.Departments
            select Tell(department, back).TakeWhile(told => told.Time < end);
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
