using System.Net;
using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Web.Board;
using OpsBoard.Web.Tests.Figures;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Events;

/// <summary>The events behind a number, over HTTP.</summary>
public sealed class EventsEndpointTests(BusyOffice office) : IClassFixture<BusyOffice>
{
    private const string Unit = $"/api/v1/units/{Hall.County}";

    public static readonly TheoryData<string> CountersOfDays = [.. Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period).Select(Name)];

    public static readonly TheoryData<string> Gauges = [.. Enum.GetValues<OpenGauge>().Where(static gauge => gauge != OpenGauge.LongestWait).Select(Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(CountersOfDays))]
    public async Task The_events_of_a_counter_are_as_many_as_the_board_counts(string counter)
    {
        var board = await office.Hall.Server.Get(Unit);

        var listing = await Ask($"counter={counter}");

        Assert.Equal(CountOf(board.GetProperty("counts"), counter), listing.GetProperty("count").GetInt64());
        Assert.Equal(listing.GetProperty("count").GetInt64(), Counted(listing));
        Assert.Equal(board.GetProperty("journalVersion").GetInt64(), listing.GetProperty("journalVersion").GetInt64());
    }

    [Theory]
    [MemberData(nameof(Gauges))]
    public async Task The_events_of_a_gauge_are_as_many_as_the_board_has_open(string gauge)
    {
        var board = await office.Hall.Server.Get(Unit);

        var listing = await Ask($"counter={gauge}");

        Assert.Equal(board.GetProperty("gauges").GetProperty(gauge).GetInt64(), listing.GetProperty("count").GetInt64());
        Assert.Equal(listing.GetProperty("count").GetInt64(), Counted(listing));
    }

    [Fact]
    public async Task The_office_is_busy_enough_that_hardly_a_counter_has_nothing_behind_it()
    {
        var counts = (await office.Hall.Server.Get(Unit)).GetProperty("counts");

        var idle = Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period).Select(Name).Where(counter => CountOf(counts, counter) == 0);

        Assert.Equal(["late", "legalOnTime", "legalLate", "restDay"], idle);
    }

    [Fact]
    public async Task The_items_of_the_catalogue_are_as_many_as_the_board_has()
    {
        var items = (await office.Hall.Server.Get(Unit)).GetProperty("gauges").GetProperty("items");

        Assert.Equal(
            (items.GetProperty("listed").GetInt64(), items.GetProperty("zeroTrip").GetInt64(), items.GetProperty("zeroTripUsed").GetInt64()),
            (await Count("itemsListed"), await Count("itemsZeroTrip"), await Count("itemsZeroTripUsed")));
        Assert.Equal((3, 2, 2), (await Count("itemsListed"), await Count("itemsZeroTrip"), await Count("itemsZeroTripUsed")));
    }

    [Fact]
    public async Task An_event_is_told_with_its_times_source_window_and_standing_and_nothing_that_it_says()
    {
        var row = (await Ask("counter=withdrawn")).GetProperty("events").EnumerateArray().Single();

        Assert.Equal(
            """{"time":"2026-11-20T09:45:00.000+08:00","receivedAt":"2026-11-20T10:00:00.000+08:00","source":"urn:test:hall","id":"c2-withdrawn","kind":"opsboard.case.withdrawn","window":"hainan/jiyang/housing/w01","standing":"counted","reason":"decides","times":1}""",
            row.GetRawText());
    }

    [Fact]
    public async Task What_was_corrected_or_said_twice_is_listed_and_does_not_count()
    {
        var rows = (await Ask("counter=accepted")).GetProperty("events").EnumerateArray()
            .Where(static row => row.GetProperty("standing").GetString() != "counted")
            .Select(static row => $"{row.GetProperty("id")} {row.GetProperty("standing")} {row.GetProperty("reason")}");

        Assert.Equal(["mistake-accepted corrected takenOut", "c1-accepted-again notCounted anotherDecides", "takes-out notCounted isCorrection"], rows);
    }

    [Theory]
    [InlineData("counter=nothing", "zeroTrip")]
    [InlineData("", "badReviewsOpen")]
    [InlineData("counter=accepted&day=yesterday", "2026-11-21")]
    [InlineData("counter=waiting&day=2026-11-19", "now")]
    [InlineData("counter=accepted&limit=10001", "10000")]
    [InlineData("counter=accepted&offset=-1", "whole")]
    public async Task A_question_that_has_no_answer_is_refused_with_what_has(string query, string offered)
    {
        using var answer = await office.Client.GetAsync($"{Unit}/events?{query}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(offered, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_day_and_a_span_of_days_have_their_events_too()
    {
        Assert.Equal(3, await Count("accepted&day=2026-10-12"));
        Assert.Equal(4, await Count("accepted&day=2026-10-12..2026-11-17"));
    }

    [Fact]
    public async Task A_part_of_the_events_still_says_how_many_there_are()
    {
        var part = await Ask("counter=accepted&offset=1&limit=2");

        Assert.Equal(2, part.GetProperty("events").GetArrayLength());
        Assert.Equal((await Ask("counter=accepted")).GetProperty("count").GetInt64(), part.GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task An_id_that_is_a_formula_is_defused_in_the_table()
    {
        var csv = await office.Client.GetStringAsync($"{Unit}/events?counter=accepted&format=csv", Cancel);

        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"1\"\")\",opsboard.case.accepted,", csv, StringComparison.Ordinal);
        Assert.StartsWith("time,receivedAt,source,id,kind,window,standing,reason,times\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recount_says_how_many_events_it_read_and_that_the_figures_are_equal()
    {
        var recount = await office.Hall.Server.Get($"{Unit}/recount?day={BusyOffice.Day}");

        Assert.True(recount.GetProperty("equal").GetBoolean());
        Assert.Equal((BusyOffice.Day, 2, 0), (recount.GetProperty("day").GetString(), recount.GetProperty("cells").GetInt32(), recount.GetProperty("differences").GetArrayLength()));
        Assert.True(recount.GetProperty("events").GetInt64() > 50);
    }

    [Fact]
    public async Task A_recount_of_all_days_is_equal_too_and_one_of_no_day_is_refused()
    {
        Assert.True((await office.Hall.Server.Get($"{Unit}/recount?day=all")).GetProperty("equal").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, (await office.Client.GetAsync($"{Unit}/recount?day=x", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/units/hainan/nowhere/events?counter=accepted")]
    [InlineData("/api/v1/units/hainan/nowhere/recount")]
    [InlineData("/api/v1/units/events")]
    public async Task A_unit_that_does_not_exist_has_no_events(string address)
    {
        using var answer = await office.Client.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Ids_that_break_other_programs_come_back_as_they_were_sent()
    {
        await using var hall = await Hall.Open($"{BusyOffice.Day} 10:00");
        var ids = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Corpora.File("blns/blns.json"), Cancel))!.Distinct(StringComparer.Ordinal).ToList();
        var answers = await hall.Server.Post(ids.Select(static (id, i) => SentEvent.Of("case.accepted", id, $"{Hall.County}/housing/w01", null, new { @case = $"c{i}" })));

        var rows = (await hall.Server.Get($"{Unit}/events?counter=accepted")).GetProperty("events").EnumerateArray().Select(static row => row.GetProperty("id").GetString()!).ToList();
        var cells = (await hall.Server.Client.GetStringAsync($"{Unit}/events?counter=accepted&format=csv", Cancel)).Split("\r\n2026-");

        Assert.True(rows.Count > 300, $"{rows.Count} ids");
        Assert.Equal(answers.GetProperty("accepted").GetInt32(), rows.Count);
        Assert.Empty(rows.Except(ids, StringComparer.Ordinal));
        Assert.All(cells.Skip(1), static row => Assert.DoesNotMatch(@"^[^,]*,[^,]*,[^,]*,""?[=+@\t-](?!\d+(\.\d+)?,)", row));
    }

    private static string Name<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    private static long CountOf(JsonElement counts, string counter) => counter.StartsWith("stars", StringComparison.Ordinal)
        ? counts.GetProperty("reviews")[counter[^1] - '1'].GetInt64()
        : counts.GetProperty(counter).GetInt64();

    private static long Counted(JsonElement listing) =>
        listing.GetProperty("events").EnumerateArray().Count(static row => row is var told && told.GetProperty("standing").GetString() == "counted" && told.GetProperty("times").GetInt32() == 1);

    private Task<JsonElement> Ask(string query) => office.Hall.Server.Get($"{Unit}/events?{query}");

    private async Task<long> Count(string query) => (await Ask($"counter={query}")).GetProperty("count").GetInt64();
}
