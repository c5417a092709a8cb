using System.Collections.Immutable;
using System.Globalization;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Events;

/// <summary>
/// <c>GET /api/v1/units/{path}/events?counter=&amp;day=&amp;offset=&amp;limit=</c>: the events behind a number, whose <c>count</c> is the number; as CSV
/// too. <c>counter</c> is a name as in <c>counts</c> or <c>gauges</c>, or several with commas; <c>day</c> is today by default, a day or a span of
/// days. Gauges are read as they stand now.
/// </summary>
internal sealed class EventsEndpoint(IJournal journal, TimeProvider clock) : IUnitRead
{
    private const int UsualRows = 1000;
    private const int MostRows = 10_000;
    private const int MostRowsOfTable = 100_000;

    private static readonly string[] Header = ["time", "receivedAt", "source", "id", "kind", "window", "standing", "reason", "times"];

    public string Name => "events";

    public string Policy => Policies.Cases;

    public async Task<IResult> Read(UnitPath unit, HttpContext http)
    {
        var (query, now) = (http.Request.Query, clock.GetUtcNow());
        if (!EventTerms.TryParse(query["counter"].FirstOrDefault(), out var terms, out var fault)) return Refused("Unknown counter", $"counter: {fault}");
        var today = BusinessDay.Of(now);
        if (DaysOf(query["day"].FirstOrDefault(), today) is not var (first, last)) return Refused("Unknown day", "day is a day such as 2026-11-21, or a span such as 2026-11-01..2026-11-21.");
        if (last != today && terms.Any(static term => term.Gauge is not null)) return Refused("Unknown day", "What is open is known as it stands now: leave day out, or let it be today.");
        var isCsv = CsvBody.IsWanted(http.Request, query["format"]);
        var most = isCsv ? MostRowsOfTable : MostRows;
        if (!TryNumber(query["offset"].FirstOrDefault(), 0, int.MaxValue, out var offset) || !TryNumber(query["limit"].FirstOrDefault(), isCsv ? most : UsualRows, most, out var limit))
            return Refused("Unknown part", $"offset and limit are whole numbers, limit up to {most}.");
        var listing = await journal.ReadEvents(new EventQuestion(unit, first, last, terms, now.ToUnixTimeMilliseconds(), offset, limit), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return isCsv
            ? CsvBody.Answer(Header, listing.Rows.Select(Cells), "events.csv")
            : UnitEndpoint.Json(Write(unit, query["counter"].ToString(), (first, last), now, (offset, limit), listing));
    }

    private static IResult Refused(string title, string detail) => UnitEndpoint.Problem(StatusCodes.Status400BadRequest, title, detail);

    private static (BusinessDay First, BusinessDay Last)? DaysOf(string? text, BusinessDay today) => text switch
    {
        null => (today, today),
        _ when BusinessDay.TryParse(text, out var day) => (day, day),
        _ when Period.IsSpan(text) => Period.Days(text, today),
        _ => null,
    };

    private static bool TryNumber(string? text, int otherwise, int most, out int number)
    {
        number = otherwise;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most);
    }

    private static ReadOnlyMemory<byte> Write(UnitPath unit, string counter, (BusinessDay First, BusinessDay Last) days, DateTimeOffset now, (int Offset, int Limit) part, EventListing listing) => JsonBody.Write(json =>
    {
        json.WriteString("unit", unit.ToString());
        json.WriteString("counter", counter);
        json.WriteString("firstDay", days.First.ToString());
        json.WriteString("lastDay", days.Last.ToString());
        json.WriteString("asOf", JsonBody.Stamp(now));
        json.WriteNumber("journalVersion", listing.Version);
        json.WriteNumber("count", listing.Count);
        json.WriteNumber("total", listing.Total);
        json.WriteNumber("offset", part.Offset);
        json.WriteNumber("limit", part.Limit);
        json.WriteStartArray("events");
        foreach (var row in listing.Rows)
        {
            json.WriteStartObject();
            foreach (var (name, text) in Header.Zip(Cells(row)).SkipLast(1)) json.WriteString(name, text);
            json.WriteNumber("times", row.Times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static IEnumerable<string> Cells(EventRow row) =>
    [
        Rfc3339.Write(row.OccurredMs),
        Rfc3339.Write(row.ReceivedMs),
        row.Source,
        row.Id,
        EventKinds.TypeOf(row.Kind),
        row.Window.ToString(),
        IndicatorFormat.Word(row.Standing),
        IndicatorFormat.Word(row.Reason),
        row.Times.ToString(CultureInfo.InvariantCulture),
    ];
}
