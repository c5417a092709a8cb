using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.History;

/// <summary>Days that are over: what they hold, what changed them, and who let it in.</summary>
public sealed class HistoryTests
{
    private const string Window = "hainan/haikou/housing/w01";
    private static readonly DateTimeOffset Now = ManualClock.Opening;

    [Fact]
    public async Task A_unit_is_told_day_by_day_with_its_trend()
    {
        await using var server = await LiveServer.Start(now: Now);
        await server.Post(SentEvent.Accepted("a", trips: 0, at: Now.AddDays(-1)), SentEvent.Accepted("b", at: Now), SentEvent.Completed("b", at: Now));

        var days = await Days(server, "hainan");

        Assert.Equal(["2026-11-19 1/0", "2026-11-20 1/1"], days.Select(static day => $"{day.GetProperty("day").GetString()} {Count(day, "accepted")}/{Count(day, "completed")}"));
        Assert.Equal((41, 1), (days[1].GetProperty("trend").GetProperty("accepted").GetArrayLength(), days[1].GetProperty("trend").GetProperty("accepted")[40].GetInt32()));
        Assert.Equal("imported", days[0].GetProperty("origin").GetString());
    }

    [Fact]
    public async Task A_late_event_is_in_its_own_day_and_seen_as_a_revision()
    {
        await using var server = await WithLiveDays(3);

        await server.Post(SentEvent.Accepted("late", at: Now.AddDays(-1)));

        var day = (await Days(server, Window))[^2];
        Assert.Equal(2, Count(day, "accepted"));
        Assert.Equal("""{"accepted":1}""", Assert.Single(day.GetProperty("revisions").EnumerateArray()).GetProperty("changes").GetRawText());
    }

    [Fact]
    public async Task A_period_says_what_was_corrected_in_it_and_what_waits()
    {
        await using var server = await WithLiveDays(10);
        await server.Post(SentEvent.Accepted("late", at: Now.AddDays(-1)), SentEvent.Accepted("later", at: Now.AddDays(-9)));

        var month = await server.Get("/api/v1/units/hainan?period=month");
        var page = await server.Client.GetStringAsync("/units/hainan?period=month");

        Assert.Equal("""{"entered":1,"waiting":1}""", month.GetProperty("revisions").GetRawText());
        Assert.Contains("更正 1 项已计入，1 项待批准", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_sealed_day_enters_when_a_second_person_approves_it_and_once_only()
    {
        await using var server = await WithLiveDays(10);
        await server.Post(SentEvent.Accepted("late", at: Now.AddDays(-9)));
        var waiting = Assert.Single((await server.Get("/api/v1/revisions?scope=hainan&state=waiting")).GetProperty("revisions").EnumerateArray()).GetProperty("number").GetInt64();
        var before = Count((await Days(server, Window))[1], "accepted");

        var first = await Decide(server, waiting, "approve");
        var again = await Decide(server, waiting, "approve");
        var otherwise = await Decide(server, waiting, "refuse");

        var day = (await Days(server, Window))[1];
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first, again, otherwise));
        Assert.Equal((1, 2, "approved"), (before, Count(day, "accepted"), day.GetProperty("revisions")[0].GetProperty("state").GetString()));
        Assert.True((await server.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task A_refused_change_stays_out_for_good()
    {
        await using var server = await WithLiveDays(10);
        await server.Post(SentEvent.Accepted("late", at: Now.AddDays(-9)));

        await Decide(server, 1, "refuse");

        Assert.Equal(1, Count((await Days(server, Window))[1], "accepted"));
        Assert.True((await server.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task History_comes_as_a_table_too()
    {
        await using var server = await WithLiveDays(2);

        var table = await server.Client.GetStringAsync($"/api/v1/units/{Window}/history?format=csv");

        Assert.Equal(["day,origin,issued,called,abandoned,accepted", "2026-11-18,live,0,0,0,1"], table.TrimStart('\uFEFF').Split("\r\n").Take(2).Select(static line => string.Join(',', line.Split(',').Take(6))));
    }

    [Theory]
    [InlineData("from=2026-13-01", "from is a day")]
    [InlineData("from=2026-11-02&to=2026-11-01", "from must not be after to")]
    public async Task A_wrong_span_is_refused_with_its_remedy(string query, string remedy)
    {
        await using var server = await WithLiveDays(1);

        using var answer = await server.Client.GetAsync($"/api/v1/units/{Window}/history?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(remedy, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_bad_reviews_are_listed_with_their_step_and_deadline()
    {
        await using var server = await LiveServer.Start(now: Now);
        await server.Post(
            SentEvent.Of("review.submitted", "r1", Window, Now.AddDays(-30), new { review = "r1", stars = 1 }),
            SentEvent.Of("review.submitted", "r2", Window, Now, new { review = "r2", stars = 2 }),
            SentEvent.Of("review.contacted", "r2c", Window, Now, new { review = "r2" }),
            SentEvent.Of("review.submitted", "r3", Window, Now, new { review = "r3", stars = 5 }));

        var open = await server.Get("/api/v1/reviews?scope=hainan");
        var overdue = await server.Get("/api/v1/reviews?scope=hainan&state=overdue");

        Assert.Equal(["r1 toContact True", "r2 toRectify False"], open.GetProperty("reviews").EnumerateArray().Select(static row =>
            $"{row.GetProperty("review").GetString()} {row.GetProperty("step").GetString()} {row.GetProperty("overdue").GetBoolean()}"));
        Assert.Equal(1, overdue.GetProperty("count").GetInt32());
    }

    // A case each day, received on its day, up to today.
    private static async Task<LiveServer> WithLiveDays(int days)
    {
        var server = await LiveServer.Start(now: Now.AddDays(-days));
        for (; server.Clock.Now < Now; server.Clock.Now = server.Clock.Now.AddDays(1)) await server.Post(SentEvent.Accepted($"{server.Clock.Now:MM-dd}", at: server.Clock.Now));
        await server.Post(SentEvent.Accepted("today", at: Now));
        return server;
    }

    private static async Task<HttpStatusCode> Decide(LiveServer server, long number, string decision)
    {
        using var answer = await server.Client.PostAsJsonAsync($"/api/v1/revisions/{number}", new { decision, by = "市营商环境建设局督查科" });
        return answer.StatusCode;
    }

    private static async Task<List<JsonElement>> Days(LiveServer server, string unit) =>
        [.. (await server.Get($"/api/v1/units/{unit}/history")).GetProperty("days").EnumerateArray()];

    private static long Count(JsonElement day, string counter) => day.GetProperty("counts").GetProperty(counter).GetInt64();
}
