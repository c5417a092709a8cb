using System.Text.Json;
using OpsBoard.Counting;

namespace OpsBoard.Web.Board;

/// <summary>Counts, waits, handling and gauges as members of a board's body.</summary>
internal static class TallyFormat
{
    // Beside those of the contract, which always stand: under their own names, on the unit itself always, on children where they are not 0.
    private static readonly (string Name, Counter Counter)[] Further =
    [
        .. Counters.All
            .Where(static counter => counter > Counter.ReviewsByDefault && Counters.SpanOf(counter) == CounterSpan.Period)
            .Select(static counter => (JsonNamingPolicy.CamelCase.ConvertName(counter.ToString()), counter)),
    ];

    /// <param name="isChild">A row of a parent's body: what is 0 and not of the contract is left out.</param>
    public static void WriteGauges(Utf8JsonWriter json, Gauges gauges, long atMs, bool isChild)
    {
        json.WriteStartObject("gauges");
        json.WriteNumber("waiting", gauges.Waiting);
        json.WriteNumber("longestWaitSeconds", gauges.LongestWaitSeconds(atMs));
        json.WriteNumber("inProgress", gauges.InProgress);
        json.WriteNumber("dueSoon", gauges.DueSoon);
        json.WriteNumber("overdue", gauges.Overdue);
        json.WriteNumber("windowsOpen", gauges.WindowsOpen);
        json.WriteNumber("windowsPaused", gauges.WindowsPaused);
        json.WriteNumber("windowsOffline", gauges.WindowsOffline);
        json.WriteNumber("windowsSilent", gauges.WindowsSilent);
        json.WriteNumber("windowsDue", gauges.WindowsDue);
        json.WriteNumber("badReviewsOpen", gauges.BadReviewsOpen);
        json.WriteNumber("badReviewsOverdue", gauges.BadReviewsOverdue);
        WriteUnless(json, "badReviewsToContact", gauges.BadReviewsToContact, isChild);
        WriteUnless(json, "oldestBadReviewSeconds", gauges.OldestBadReviewMs is { } since ? Math.Max(0, (atMs - since) / 1000) : 0, isChild);
        WriteUnless(json, "overdueLegal", gauges.OverdueLegal, isChild);
        WriteUnless(json, "suspended", gauges.Suspended, isChild);
        WriteUnless(json, "hotlineOpen", gauges.HotlineOpen, isChild);
        if (!isChild || gauges.Items != default) WriteItems(json, gauges.Items);
        if (!isChild) WriteReporting(json, gauges.Reporting);
        json.WriteEndObject();
    }

    public static void WriteCounts(Utf8JsonWriter json, Tally tally, bool isChild)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("issued", tally[Counter.Issued]);
        json.WriteNumber("called", tally[Counter.Called]);
        json.WriteNumber("abandoned", tally[Counter.Abandoned]);
        json.WriteNumber("accepted", tally[Counter.Accepted]);
        json.WriteNumber("completed", tally[Counter.Completed]);
        json.WriteNumber("withdrawn", tally[Counter.Withdrawn]);
        json.WriteNumber("instant", tally[Counter.Instant]);
        json.WriteNumber("zeroTrip", tally[Counter.ZeroTrip]);
        json.WriteNumber("onTime", tally[Counter.OnTime]);
        json.WriteNumber("late", tally[Counter.Late]);
        json.WriteStartArray("reviews");
        for (var stars = Counter.Stars1; stars <= Counter.Stars5; stars++) json.WriteNumberValue(tally[stars]);
        json.WriteEndArray();
        json.WriteNumber("reviewsByDefault", tally[Counter.ReviewsByDefault]);
        foreach (var (name, counter) in Further) WriteUnless(json, name, tally[counter], isChild);
        json.WriteEndObject();
    }

    /// <summary>The slices of one day from midnight: to the present one where the day is still running.</summary>
    public static void WriteTrend(Utf8JsonWriter json, DayTrend trend, int slices)
    {
        json.WriteStartObject("trend");
        json.WriteNumber("sliceMinutes", DayTrend.SliceMinutes);
        json.WriteStartArray("accepted");
        for (var slice = 0; slice < slices; slice++) json.WriteNumberValue(trend.Accepted(slice));
        json.WriteEndArray();
        json.WriteStartArray("completed");
        for (var slice = 0; slice < slices; slice++) json.WriteNumberValue(trend.Completed(slice));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteItems(Utf8JsonWriter json, ItemStock items)
    {
        json.WriteStartObject("items");
        json.WriteNumber("listed", items.Listed);
        json.WriteNumber("zeroTrip", items.ZeroTrip);
        json.WriteNumber("zeroTripUsed", items.ZeroTripUsed);
        json.WriteNumber("comprehensive", items.Comprehensive);
        json.WriteNumber("crossProvince", items.CrossProvince);
        json.WriteNumber("oneThing", items.OneThing);
        json.WriteEndObject();
    }

    /// <summary>Whole seconds; null where nothing was measured, which is not a wait of 0.</summary>
    public static void WriteDurations(Utf8JsonWriter json, string name, Histogram durations)
    {
        json.WriteStartObject(name);
        WriteSeconds(json, "p50", durations.Quantile(0.5));
        WriteSeconds(json, "p90", durations.Quantile(0.9));
        WriteSeconds(json, "max", durations.Max);
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, double? seconds)
    {
        if (seconds is { } known) json.WriteNumber(name, (long)Math.Round(known));
        else json.WriteNull(name);
    }

    private static void WriteReporting(Utf8JsonWriter json, Coverage reporting)
    {
        json.WriteStartObject("unitsReporting");
        json.WriteNumber("counties", reporting.Counties);
        json.WriteNumber("townships", reporting.Townships);
        json.WriteNumber("villages", reporting.Villages);
        json.WriteEndObject();
    }

    private static void WriteUnless(Utf8JsonWriter json, string name, long count, bool isChild)
    {
        if (!isChild || count != 0) json.WriteNumber(name, count);
    }
}
