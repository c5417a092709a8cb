namespace OpsBoard.LoadTest;

/// <summary>One heartbeat a window and interval while it is open; windows beat at different moments, so that the feed is even.</summary>
internal sealed class Heartbeats(Story story, Hall hall, TimeSpan every)
{
    private readonly long _every = (long)every.TotalMilliseconds;

    public void Plan()
    {
        // Draws nothing from the story's chance: with or without heartbeats the day is the same.
        var chance = new Chance(0, story.Day, story.Department.Path);
        foreach (var counter in hall.Counters) story.At(Hours.Open + (long)chance.Between(0, _every), () => Beat(counter));
    }

    private void Beat(Counter counter)
    {
        if (counter.State == CounterState.Closed) return;
        if (counter.State is CounterState.Open or CounterState.Paused)
            story.TellUnnumbered(EventType.WindowHeartbeat, counter.Window, EventData.None);
        story.After(_every, () => Beat(counter));
    }
}
