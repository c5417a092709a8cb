namespace OpsBoard.LoadTest;

/// <summary>The province's events from a business day on, one day after the other without an end.</summary>
internal sealed class Timeline(Province province, long seed, TimeSpan heartbeat)
{
    public IEnumerable<ServiceEvent> From(DateOnly first)
    {
        for (var day = first; ; day = day.AddDays(1))
        {
            foreach (var told in new OfficeDay(province, day, seed, heartbeat).Events()) yield return told;
        }
    }
}
