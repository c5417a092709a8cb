namespace OpsBoard.LoadTest;

/// <summary>Reads a day's events as the windows' queues: who waits at an instant, and how long people waited.</summary>
internal static class Queues
{
    /// <summary>Tickets issued, and neither called nor abandoned nor transferred, by county.</summary>
    public static Dictionary<string, int> WaitingByCounty(IEnumerable<ServiceEvent> events, DateTimeOffset now)
    {
        var waiting = Some.Province.Counties.Where(county => county.IsReporting).ToDictionary(county => county.Path, _ => 0, StringComparer.Ordinal);
        foreach (var told in Open(events, now).Values) waiting[County(told.Subject)]++;
        return waiting;
    }

    public static TimeSpan LongestWait(IEnumerable<ServiceEvent> events, DateTimeOffset now)
    {
        var open = Open(events, now);
        return open.Count == 0 ? TimeSpan.Zero : now - open.Values.Min(told => told.Time);
    }

    /// <summary>Mean minutes from a ticket to its first call, over the windows that are chosen.</summary>
    public static double MeanMinutes(IEnumerable<ServiceEvent> events, Func<string, bool> isChosen)
    {
        var issued = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var minutes = new List<double>();
        foreach (var told in events.Where(told => isChosen(told.Subject)))
        {
            if (told.Type == EventType.TicketIssued) issued[told.Data.Ticket!] = told.Time;
            if (told.Type == EventType.TicketCalled && issued.Remove(told.Data.Ticket!, out var since)) minutes.Add((told.Time - since).TotalMinutes);
        }

        return minutes.Average();
    }

    public static string County(string subject) => string.Join('/', subject.Split('/').Take(2));

    public static string Department(string subject) => string.Join('/', subject.Split('/').Take(3));

    private static Dictionary<string, ServiceEvent> Open(IEnumerable<ServiceEvent> events, DateTimeOffset now)
    {
        var open = new Dictionary<string, ServiceEvent>(StringComparer.Ordinal);
        foreach (var told in events.TakeWhile(told => told.Time <= now))
        {
            if (told.Type == EventType.TicketIssued) open.Add(told.Data.Ticket!, told);
            if (told.Type is EventType.TicketCalled or EventType.TicketAbandoned or EventType.TicketTransferred) open.Remove(told.Data.Ticket!);
        }

        return open;
    }
}
