using System.Globalization;
using OpsBoard.Board;
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
    public static Histogram Duration(double seconds) => new(SparseCounts.Of([.. new long[Histogram.BucketOf((long)(seconds * 1000))], 1]));

    /// <summary>An instant of the province's clock: <c>2026-11-20 08:30:00</c>.</summary>
    public static long At(string local) =>
        new DateTimeOffset(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), BusinessDay.Offset).ToUnixTimeMilliseconds();

    /// <summary>Haikou's housing office, of which the second window serves at weekends too; Sanya's health office, whose second window opens at nine.</summary>
    public static Roster Offices() => RosterReader.Read(
        """
        {"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"},"opening":{"days":"1-5","from":"08:30","to":"17:30"}},
          {"path":"hainan/haikou","name":{"zh":"海口市","en":"Haikou"}},
          {"path":"hainan/haikou/housing","name":{"zh":"公积金","en":"Housing"}},
          {"path":"hainan/haikou/housing/w01","name":{"zh":"1号","en":"1"}},
          {"path":"hainan/haikou/housing/w02","name":{"zh":"2号","en":"2"},"opening":{"days":"1-7","from":"08:30","to":"17:30"}},
          {"path":"hainan/sanya","name":{"zh":"三亚市","en":"Sanya"}},
          {"path":"hainan/sanya/health","name":{"zh":"卫健","en":"Health"}},
          {"path":"hainan/sanya/health/w01","name":{"zh":"1号","en":"1"}},
          {"path":"hainan/sanya/health/w02","name":{"zh":"2号","en":"2"},"opening":{"days":"1-5","from":"09:00","to":"17:30"}},
          {"path":"hainan/wenchang","name":{"zh":"文昌市","en":"Wenchang"}},
          {"path":"hainan/sansha","name":{"zh":"三沙市","en":"Sansha"},"reporting":false},
          {"path":"hainan/sansha/housing","name":{"zh":"公积金","en":"Housing"}},
          {"path":"hainan/sansha/housing/w01","name":{"zh":"1号","en":"1"}}
        ]}
        """u8,
        "units.json");

    public static Attendance Attendance(Roster roster) => new(roster, new FreshnessLimits(), CountingTerms.Default);

    public static Contribution Contribution(string unit, long version = 1, long accepted = 0, long waiting = 0, long? atMs = null, BusinessDay? day = null) => new(
        new Cell(UnitPath.Parse(unit), day ?? BusinessDay.Of(NowMs), version, Tally((Counter.Accepted, accepted))),
        atMs ?? NowMs,
        new Gauges { Waiting = waiting },
        atMs ?? NowMs,
        Windows: 1);
}
