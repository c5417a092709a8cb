namespace OpsBoard.Counting;

/// <summary>Tallies written down count by count, as only tests do.</summary>
internal static class TallyWith
{
    public static Tally With(this Tally tally, Counter counter, long count) =>
        new(tally.Counts.SetItem((int)counter, count), tally.Waits, tally.Handling, tally.Trend);
}
