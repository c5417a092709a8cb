namespace OpsBoard.LoadTest;

/// <summary>Makes one stream of many, each of them in time order.</summary>
internal static class TimeOrder
{
    /// <summary>In time order, of one time the earlier story first. Produced while it is read, so that no day is ever held as a whole.</summary>
    public static IEnumerable<ServiceEvent> Merge(IEnumerable<IEnumerable<ServiceEvent>> all)
    {
        var stories = new List<IEnumerator<ServiceEvent>>();
        var next = new PriorityQueue<int, (DateTimeOffset Time, int Story)>();
        try
        {
            foreach (var story in all) Begin(story.GetEnumerator(), stories, next);
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
        if (!story.MoveNext())
        {
            story.Dispose();
            return;
        }

        next.Enqueue(stories.Count, (story.Current.Time, stories.Count));
        stories.Add(story);
    }
}
