using System.Globalization;
using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.History;

/// <summary>The days of a unit as JSON and as rows of a table.</summary>
internal static class HistoryFormat
{
    private static readonly Counter[] Counted = [.. Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period)];

    public static IEnumerable<string> Header =>
    [
        "day", "origin",
        .. Counted.Select(static counter => JsonNamingPolicy.CamelCase.ConvertName(counter.ToString())),
        "waitsP50Seconds", "waitsP90Seconds", "waitsMaxSeconds", "handlingP50Seconds", "handlingP90Seconds", "handlingMaxSeconds",
        "itemsListed", "itemsZeroTrip", "itemsZeroTripUsed", "itemsComprehensive", "revisions", "revisionsWaiting",
    ];

    public static IEnumerable<string?> Row(HistoryDay day) =>
    [
        day.Day.ToString(), day.Origin,
        .. Counted.Select(counter => Plain(day.Sum.Tally[counter])),
        .. Durations(day.Sum.Tally.Waits), .. Durations(day.Sum.Tally.Handling),
        Plain(day.Items.Listed), Plain(day.Items.ZeroTrip), Plain(day.Items.ZeroTripUsed), Plain(day.Items.Comprehensive),
        Plain(day.Revisions.Count), Plain(day.Revisions.Count(static revision => revision.State == RevisionState.Waiting)),
    ];

    public static ReadOnlyMemory<byte> Write(
        UnitPath unit,
        Wording name,
        (BusinessDay First, BusinessDay Last) span,
        IEnumerable<HistoryDay> days,
        IndicatorBodies indicators,
        CountingTerms terms,
        DateTimeOffset now) => JsonBody.Write(json =>
    {
        var calendar = terms.For(unit.IsLine ? unit.Province : unit).Calendar;
        json.WriteString("kind", SnapshotFormat.KindOf(unit));
        json.WriteString("unit", unit.ToString());
        SnapshotFormat.WriteName(json, name);
        json.WriteString("firstDay", span.First.ToString());
        json.WriteString("lastDay", span.Last.ToString());
        json.WriteString("asOf", JsonBody.Stamp(now));
        json.WriteNumber("sealedAfterDays", terms.SealAfterDays);
        json.WriteStartArray("days");
        foreach (var day in days)
        {
            json.WriteStartObject();
            json.WriteString("day", day.Day.ToString());
            json.WriteBoolean("workingDay", calendar.IsWorkingDay(day.Day));
            json.WriteBoolean("sealed", BusinessDay.Of(now).Number - day.Day.Number > terms.SealAfterDays);
            json.WriteString("origin", day.Origin);
            WriteFigures(json, unit, day, indicators, now);
            WriteRevisions(json, day.Revisions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static void WriteRevision(Utf8JsonWriter json, Revision revision)
    {
        json.WriteStartObject();
        json.WriteNumber("number", revision.Number);
        json.WriteString("window", revision.Window.ToString());
        json.WriteString("day", revision.Day.ToString());
        json.WriteString("source", revision.Source);
        json.WriteString("event", revision.EventId);
        json.WriteString("at", Stamp(revision.AtMs));
        json.WriteString("state", IndicatorFormat.Word(revision.State));
        json.WriteStartObject("changes");
        foreach (var mark in revision.Changes.Where(static mark => mark.Slot < Slot.CounterCount)) json.WriteNumber(IndicatorFormat.Word((Counter)mark.Slot), mark.Times);
        json.WriteEndObject();
        if (revision.DecidedMs is { } decided) json.WriteString("decidedAt", Stamp(decided));
        if (revision.DecidedBy is { } by) json.WriteString("decidedBy", by);
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, UnitPath unit, HistoryDay day, IndicatorBodies indicators, DateTimeOffset now)
    {
        var isRunning = day.Day >= BusinessDay.Of(now);
        TallyFormat.WriteCounts(json, day.Sum.Tally, isChild: false);
        TallyFormat.WriteItems(json, day.Items);
        TallyFormat.WriteDurations(json, "waits", day.Sum.Tally.Waits);
        TallyFormat.WriteDurations(json, "handling", day.Sum.Tally.Handling);
        TallyFormat.WriteTrend(json, day.Sum.Tally.Trend, isRunning ? DayTrend.SliceOf(now.ToUnixTimeMilliseconds()) + 1 : DayTrend.SliceCount);
        indicators.WriteChild(json, indicators.Over(unit, day.Sum.Tally.With(day.Items), day.Day), IndicatorPeriod.Today);
    }

    private static void WriteRevisions(Utf8JsonWriter json, IReadOnlyList<Revision> revisions)
    {
        json.WriteStartArray("revisions");
        foreach (var revision in revisions) WriteRevision(json, revision);
        json.WriteEndArray();
    }

    private static string Stamp(long atMs) => JsonBody.Stamp(DateTimeOffset.FromUnixTimeMilliseconds(atMs));

    private static IEnumerable<string?> Durations(Histogram durations) =>
        [Plain(durations.Quantile(0.5)), Plain(durations.Quantile(0.9)), Plain(durations.Max)];

    private static string? Plain(double? seconds) => seconds is { } known ? Plain((long)Math.Round(known)) : null;

    private static string Plain(long count) => count.ToString(CultureInfo.InvariantCulture);
}
