using System.Globalization;
using System.Text.Json;
using OpsBoard.Journal;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Intake;
using JsonBody = OpsBoard.Web.Board.JsonBody;

namespace OpsBoard.Web.Sources;

/// <summary>
/// <c>GET /api/v1/sources</c>: who sends, how much, what is missing of it, and by how many seconds its clock is ahead, as JSON or CSV. <c>GET /api/v1/sources/{source}/gaps</c>: one
/// source's numberings and conflicts; the source is percent-encoded. At most 1,000 ranges of each numbering and 1,000 conflicts.
/// </summary>
internal static class SourcesEndpoint
{
    public const int MostRanges = 1_000;

    private static readonly string[] Header = ["source", "events", "lastEvent", "lastReceived", "clockSkewSeconds", "streams", "gaps", "missing", "contentConflicts", "numberConflicts"];

    private static readonly string[] GapsHeader = ["stream", "epoch", "first", "last"];

    public static async Task<IResult> List(HttpContext http, string? format, IEventSources sources, SourceClocks clocks, CancellationToken cancellation)
    {
        var all = await sources.ReadSources(cancellation);
        http.Response.Headers.CacheControl = "no-store";
        if (CsvBody.IsWanted(http.Request, format)) return CsvBody.Answer(Header, all.Select(source => Cells(source, clocks)), "sources.csv");
        return UnitEndpoint.Json(JsonBody.Write(json =>
        {
            json.WriteStartArray("sources");
            foreach (var source in all) Write(json, source, clocks);
            json.WriteEndArray();
        }));
    }

    public static async Task<IResult> Gaps(string source, HttpContext http, string? format, IEventSources sources, CancellationToken cancellation)
    {
        // A slash of the source's address stays encoded in the route.
        var name = source.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (await sources.ReadGaps(name, MostRanges, cancellation) is not { } gaps)
            return UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown source", "No source of this name ever sent an event. See GET /api/v1/sources.");
        http.Response.Headers.CacheControl = "no-store";
        if (CsvBody.IsWanted(http.Request, format)) return CsvBody.Answer(GapsHeader, gaps.Streams.SelectMany(Missing), "gaps.csv");
        return UnitEndpoint.Json(JsonBody.Write(json => Write(json, gaps)));
    }

    private static void Write(Utf8JsonWriter json, SourceRecord source, SourceClocks clocks)
    {
        json.WriteStartObject();
        json.WriteString("source", source.Source);
        json.WriteNumber("events", source.Events);
        WriteStamp(json, "lastEvent", source.LastEventMs);
        WriteStamp(json, "lastReceived", source.LastReceivedMs);
        if (SkewOf(source, clocks) is { } skew) json.WriteNumber("clockSkewSeconds", skew);
        else json.WriteNull("clockSkewSeconds");
        json.WriteNumber("streams", source.Streams);
        json.WriteNumber("gaps", source.Gaps);
        json.WriteNumber("missing", source.Missing);
        json.WriteNumber("contentConflicts", source.ContentConflicts);
        json.WriteNumber("numberConflicts", source.NumberConflicts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourceGaps gaps)
    {
        json.WriteString("source", gaps.Source);
        json.WriteStartArray("streams");
        foreach (var stream in gaps.Streams)
        {
            json.WriteStartObject();
            json.WriteString("stream", stream.Stream);
            json.WriteNumber("epoch", stream.Epoch);
            json.WriteNumber("held", stream.Count);
            json.WriteNumber("missing", stream.Missing);
            WriteRanges(json, "holds", stream.Held);
            WriteRanges(json, "gaps", stream.Gaps);
            json.WriteBoolean("isWhole", stream.Ranges == stream.Held.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("conflicts");
        foreach (var conflict in gaps.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("event", conflict.EventId);
            json.WriteString("kind", IndicatorFormat.Word(conflict.Kind));
            json.WriteNumber("times", conflict.Times);
            WriteStamp(json, "firstAt", conflict.FirstMs);
            WriteStamp(json, "lastAt", conflict.LastMs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRanges(Utf8JsonWriter json, string name, IEnumerable<NumberRange> ranges)
    {
        json.WriteStartArray(name);
        foreach (var range in ranges)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteStamp(Utf8JsonWriter json, string name, long atMs)
    {
        if (Stamp(atMs) is { } stamp) json.WriteString(name, stamp);
        else json.WriteNull(name);
    }

    // Since the start of the server, and of what was sent live.
    private static long? SkewOf(SourceRecord source, SourceClocks clocks) => clocks.Of(source.Source) is { } clock ? (long)clock.Median.TotalSeconds : null;

    private static IEnumerable<string?> Cells(SourceRecord source, SourceClocks clocks) =>
    [
        source.Source, Plain(source.Events), Stamp(source.LastEventMs), Stamp(source.LastReceivedMs), SkewOf(source, clocks) is { } skew ? Plain(skew) : null, Plain(source.Streams), Plain(source.Gaps), Plain(source.Missing),
        Plain(source.ContentConflicts), Plain(source.NumberConflicts),
    ];

    private static IEnumerable<IEnumerable<string?>> Missing(Numbering stream) =>
        stream.Gaps.Select(gap => (string?[])[stream.Stream, Plain(stream.Epoch), Plain(gap.First), Plain(gap.Last)]);

    private static string? Stamp(long atMs) => atMs > 0 ? JsonBody.Stamp(DateTimeOffset.FromUnixTimeMilliseconds(atMs)) : null;

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
