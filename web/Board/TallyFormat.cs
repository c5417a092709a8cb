using System.Text.Json;
using OpsBoard.Counting;

namespace OpsBoard.Web.Board;

/// <summary>Counts, waits, handling and gauges as members of a board's body.</summary>
internal static class TallyFormat
{
    public static void WriteGauges(Utf8JsonWriter json, Gauges gauges, long atMs)
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
        json.WriteEndObject();
    }

    public static void WriteCounts(Utf8JsonWriter json, Tally tally)
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
}
