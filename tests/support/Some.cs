using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>Valid data with defaults: a test names only what matters to it.</summary>
internal static class Some
{
    public static readonly UnitPath Window = UnitPath.Parse("hainan/haikou/housing/w01");

    public static long NowMs => ManualClock.Opening.ToUnixTimeMilliseconds();

    public static ServiceEvent Event(EventKind kind, string id, Facts? facts = null, long? atMs = null, string window = "hainan/haikou/housing/w01", string source = "urn:test") =>
        new(source, id, kind, UnitPath.Parse(window), atMs ?? NowMs, facts ?? Facts.None);

    public static ServiceEvent Accepted(string @case, int? trips = null, long? atMs = null, string window = "hainan/haikou/housing/w01", long? dueMs = null) =>
        Event(EventKind.CaseAccepted, $"{@case}-accepted", new Facts { Case = @case, Trips = trips, DueAtMs = dueMs }, atMs, window);

    public static ServiceEvent Completed(string @case, long? atMs = null, string window = "hainan/haikou/housing/w01") =>
        Event(EventKind.CaseCompleted, $"{@case}-completed", new Facts { Case = @case }, atMs, window);

    public static ServiceEvent Issued(string ticket, long? atMs = null, string window = "hainan/haikou/housing/w01") =>
        Event(EventKind.TicketIssued, $"{ticket}-issued", new Facts { Ticket = ticket }, atMs, window);

    public static ServiceEvent Called(string ticket, long? atMs = null, string window = "hainan/haikou/housing/w01", int call = 1) =>
        Event(EventKind.TicketCalled, $"{ticket}-called-{call}", new Facts { Ticket = ticket }, atMs, window);

    public static ServiceEvent Review(string review, int stars, bool byDefault = false, long? atMs = null) =>
        Event(EventKind.ReviewSubmitted, $"{review}-submitted", new Facts { Review = review, Stars = stars, ByDefault = byDefault }, atMs);

    public static ServiceEvent Correction(string target, Facts? data, long revision = 1) =>
        Event(EventKind.Correction, $"{target}-corrected-{revision}", new Facts { Target = target, Revision = revision, Data = data });

    public static Tally Tally(params (Counter Counter, long Count)[] counts) =>
        counts.Aggregate(Counting.Tally.Zero, static (tally, count) => tally.With(count.Counter, count.Count));

    /// <summary>A histogram of one duration.</summary>
    public static Histogram Duration(double seconds) => new(SparseCounts.Of([.. new long[Histogram.BucketOf(seconds)], 1]));

    public static Contribution Contribution(string unit, long version = 1, long accepted = 0, long waiting = 0, long? atMs = null, BusinessDay? day = null) => new(
        new Cell(UnitPath.Parse(unit), day ?? BusinessDay.Of(NowMs), version, Tally((Counter.Accepted, accepted))),
        atMs ?? NowMs,
        new Gauges { Waiting = waiting },
        atMs ?? NowMs,
        Windows: 1);
}
