using OpsBoard.Web.Tests.Figures;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Events;

/// <summary>An office at ten on a Friday, to which everything has happened: each counter and each gauge has something to count, and some was corrected.</summary>
public sealed class BusyOffice : IAsyncLifetime
{
    public const string Day = "2026-11-20";

    /// <summary>A source may call an event so; a screen and a spreadsheet must bear it.</summary>
    public const string FormulaId = "=HYPERLINK(\"http://evil.example\",\"1\")";

    public const string MarkupId = "<script>alert('id')</script>";

    private const string First = $"{Hall.County}/housing/w01";
    private const string Second = $"{Hall.County}/housing/w02";

    internal Hall Hall { get; private set; } = null!;

    public string Address => Hall.Server.Address;

    public HttpClient Client => Hall.Server.Client;

    public async ValueTask InitializeAsync()
    {
        Hall = await Hall.Open($"{Day} 10:00", $"{Hall.County}/housing 公积金");
        // The past comes first: what comes after a window has reported on the day itself would revise days that are over.
        await Hall.Send(Past());
        await Hall.Send(Today());
        await Hall.CaughtUp();
        await Hall.CaughtUp($"{Hall.County}/housing");
        await Hall.CaughtUp("hainan");
    }

    public ValueTask DisposeAsync() => Hall.DisposeAsync();

    private static IEnumerable<object> Past() =>
    [
        HallEvent.Listed("i1", First, On("2026-11-02 09:00"), zeroTrip: true, comprehensive: true),
        HallEvent.Listed("i2", First, On("2026-11-02 09:01"), zeroTrip: true),
        HallEvent.Listed("i3", Second, On("2026-11-02 09:02"), comprehensive: true),
        HallEvent.Listed("i4", Second, On("2026-11-02 09:03"), zeroTrip: true),
        SentEvent.Of("item.delisted", "i4-delisted", Second, On("2026-11-03 09:00"), new { item = "i4" }),
        HallEvent.Accepted("old1", First, On("2026-10-12 09:00"), "i1", promisedDays: 3),
        HallEvent.Accepted("old2", First, On("2026-10-12 09:10"), promisedDays: 30),
        HallEvent.Accepted("old3", Second, On("2026-10-12 09:20"), promisedDays: 3),
        HallEvent.Progress("suspended", "old3", Second, On("2026-10-13 09:00")),
        HallEvent.Accepted("old4", Second, On("2026-11-17 09:00"), promisedDays: 4),
        HallEvent.Accepted("old5", Second, On("2026-11-18 09:00"), promisedDays: 20),
        HallEvent.Reviewed("contact-due", 2, First, On("2026-11-13 09:00")),
        HallEvent.Followed("contacted", "contact-due", First, On("2026-11-16 09:00")),
        HallEvent.Reviewed("rectify-due", 1, First, On("2026-10-30 09:00")),
        HallEvent.Followed("contacted", "rectify-due", First, On("2026-11-02 09:00")),
        HallEvent.Followed("rectified", "rectify-due", First, On("2026-11-05 09:00")),
        HallEvent.Reviewed("forgotten", 1, Second, On("2026-10-20 09:00")),
    ];

    private static IEnumerable<object> Today() =>
    [
        .. Windows(), .. Tickets(), .. Cases(), .. Reviews(), .. Orders(),
        SentEvent.Of("correction", "corrects-stars", First, At("09:55"), new { target = "r5-submitted", revision = 1, data = new { review = "r5", stars = 2 } }),
        SentEvent.Of("correction", "takes-out", First, At("09:56"), new { target = "mistake-accepted", revision = 1 }),
        SentEvent.Of("window.heartbeat", "beat-1", First, At("10:00"), new { }),
        SentEvent.Of("window.heartbeat", "beat-2", Second, At("10:00"), new { }),
    ];

    private static IEnumerable<object> Windows() =>
    [
        SentEvent.Of("window.opened", "opened-1", First, At("08:30"), new { }),
        SentEvent.Of("window.opened", "opened-2", Second, At("08:30"), new { }),
        SentEvent.Of("window.paused", "paused-2", Second, At("09:50"), new { }),
    ];

    private static IEnumerable<object> Tickets() =>
    [
        .. Enumerable.Range(1, 9).Select(static i => SentEvent.Issued($"t{i}", First, At($"09:0{i}"))),
        .. Enumerable.Range(1, 4).Select(static i => Told("ticket.called", $"t{i}", "called", $"09:2{i}")),
        SentEvent.Of("ticket.called", "t2-called-again", First, At("09:30"), new { ticket = "t2" }),
        Told("ticket.abandoned", "t5", "abandoned", "09:31"),
        Told("ticket.transferred", "t6", "transferred", "09:32"),
        Told("service.started", "t1", "started", "09:33"),
        Told("service.ended", "t1", "ended", "09:40"),
    ];

    private static IEnumerable<object> Cases() =>
    [
        .. Enumerable.Range(1, 6).Select(static i => Accepted($"c{i}", First, $"09:1{i}", trips: i % 2)),
        HallEvent.Accepted("c7", Second, At("08:00"), "i2", promisedDays: 5, instant: true),
        SentEvent.Accepted("mistake", trips: 0, First, At("09:20")),
        SentEvent.Of("case.accepted", "c1-accepted-again", First, At("09:21"), new { @case = "c1" }),
        SentEvent.Of("case.accepted", FormulaId, First, At("09:22"), new { @case = "formula", trips = 0 }),
        SentEvent.Of("case.accepted", MarkupId, First, At("09:23"), new { @case = "markup", trips = 1 }),
        HallEvent.Completed("c1", First, At("09:41")),
        HallEvent.Completed("c7", Second, At("09:42")),
        HallEvent.Completed("old2", First, At("09:43")),
        HallEvent.Completed("unknown", First, At("09:44")),
        SentEvent.Of("case.withdrawn", "c2-withdrawn", First, At("09:45"), new { @case = "c2" }),
    ];

    private static IEnumerable<object> Reviews() =>
    [
        .. Enumerable.Range(1, 5).Select(static i => HallEvent.Reviewed($"r{i}", i, First, At($"09:4{i}"))),
        HallEvent.Reviewed("r6", 5, Second, At("09:49")),
        SentEvent.Of("review.submitted", "r3-again", First, At("09:50"), new { review = "r3", stars = 3 }),
        SentEvent.Of("review.submitted", "d1-submitted", Second, At("09:51"), new { review = "d1", stars = 5, byDefault = true }),
        HallEvent.Reviewed("appeal", 1, Second, At("09:46")),
        SentEvent.Of("review.appealed", "appeal-appealed", Second, At("09:52"), new { review = "appeal", outcome = "upheld" }),
        HallEvent.Followed("published", "rectify-due", First, At("09:53")),
    ];

    private static IEnumerable<object> Orders() =>
    [
        .. Enumerable.Range(1, 3).Select(static i => SentEvent.Of("hotline.received", $"o{i}-received", Second, At($"09:0{i}"), new { order = $"o{i}" })),
        SentEvent.Of("hotline.answered", "o1-answered", Second, At("09:30"), new { order = "o1" }),
        SentEvent.Of("hotline.closed", "o1-closed", Second, At("09:40"), new { order = "o1", stars = 4 }),
    ];

    private static object Accepted(string @case, string window, string at, int trips) => SentEvent.Accepted(@case, trips, window, At(at));

    private static object Told(string type, string ticket, string what, string at) => SentEvent.Of(type, $"{ticket}-{what}", First, At(at), new { ticket });

    private static DateTimeOffset At(string time) => Hall.At($"{Day} {time}");

    private static DateTimeOffset On(string time) => Hall.At(time);
}
