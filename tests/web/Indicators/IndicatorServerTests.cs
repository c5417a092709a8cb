using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Indicators;

/// <summary>Events go in by HTTP; rankings, lagging units and scores come out.</summary>
public sealed class IndicatorServerTests
{
    private const string Line = "hainan/~/housing";
    private const string Haikou = "hainan/haikou/housing/w01";
    private const string Sanya = "hainan/sanya/housing/w01";
    private const string Wenchang = "hainan/wenchang/housing/w01";

    private static readonly DateTimeOffset Yesterday = ManualClock.Opening.AddDays(-1);

    [Fact]
    public async Task The_catalogue_tells_each_definition_with_both_conflicting_targets()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);

        var indicators = (await server.Get("/api/v1/indicators")).GetProperty("indicators").EnumerateArray().ToList();

        var usage = indicators.Single(static indicator => Text(indicator, "id") == "zero-trip-usage-items");
        Assert.Equal("(itemsZeroTripUsed) / (itemsZeroTrip)", Text(usage, "formula"));
        Assert.Equal([0.6m, 0.7m, 0.85m], usage.GetProperty("targets").EnumerateArray().Select(static target => target.GetProperty("value").GetDecimal()));
    }

    [Fact]
    public async Task A_board_carries_the_indicators_of_its_unit_and_the_headlines_of_its_children()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Cases("a", 2, 3, Haikou)]);

        var board = await server.Board("hainan", Accepted(3));

        var own = Find(board.GetProperty("indicators"), "id", "zero-trip-usage-cases");
        var child = Find(Find(board.GetProperty("children"), "unit", "hainan/haikou").GetProperty("indicators"), "id", "zero-trip-usage-cases");
        Assert.Equal((2, 3, 0.666666m, "ok"), (own.GetProperty("numerator").GetInt64(), own.GetProperty("denominator").GetInt64(), own.GetProperty("value").GetDecimal(), Text(own, "state")));
        Assert.Equal(0.666666m, child.GetProperty("value").GetDecimal());
        Assert.Equal("未导入事项目录", Find(board.GetProperty("indicators"), "id", "zero-trip-items").GetProperty("reason").GetProperty("zh").GetString());
        Assert.Equal(0, Find(board.GetProperty("children"), "unit", "hainan/sanya").GetProperty("indicators").GetArrayLength());
    }

    [Fact]
    public async Task A_month_carries_the_indicators_of_the_month()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Cases("a", 2, 3, Haikou), .. Cases("b", 1, 3, Haikou, Yesterday)]);
        await server.Board("hainan", Accepted(3));

        var month = await server.Get("/api/v1/units/hainan?period=month");

        Assert.Equal(0.5m, Find(month.GetProperty("indicators"), "id", "zero-trip-usage-cases").GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task Departments_are_ranked_over_the_counties_and_told_why_they_moved()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Cases("y1", 10, 30, Haikou, Yesterday), .. Cases("y2", 20, 30, Sanya, Yesterday)]);
        await server.Post([.. Cases("a", 29, 30, Haikou), .. Cases("b", 2, 30, Sanya), .. Cases("c", 5, 5, Wenchang)]);
        await server.Board(Line, Accepted(65));

        var group = (await server.Get($"/api/v1/rankings/zero-trip-usage-cases?scope={Line}&period=today&group=housing")).GetProperty("groups")[0];

        var first = group.GetProperty("places")[0];
        Assert.Equal(
            [(1, "hainan/haikou/housing", "96.6%"), (2, "hainan/sanya/housing", "6.6%")],
            group.GetProperty("places").EnumerateArray().Select(static place => (place.GetProperty("rank").GetInt32(), Text(place, "unit"), place.GetProperty("printed").GetProperty("zh").GetString()!)));
        Assert.Equal("业务量不足", Find(group.GetProperty("apart"), "unit", "hainan/wenchang/housing").GetProperty("notRankedText").GetProperty("zh").GetString());
        Assert.Equal("""{"before":2,"places":1,"own":1,"others":0,"definition":0,"corrections":0,"changes":{"zeroTrip":19}}""", first.GetProperty("movement").GetRawText());
    }

    [Fact]
    public async Task A_span_of_days_that_is_over_is_ranked_against_the_span_before_it()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Cases("a", 10, 30, Haikou, Yesterday.AddDays(-1)), .. Cases("b", 20, 30, Sanya, Yesterday.AddDays(-1))]);
        await server.Post([.. Cases("c", 29, 30, Haikou, Yesterday), .. Cases("d", 2, 30, Sanya, Yesterday)]);

        var group = (await server.Get($"/api/v1/rankings/zero-trip-usage-cases?scope={Line}&period=2026-11-19..2026-11-19&group=housing")).GetProperty("groups")[0];

        var first = group.GetProperty("places")[0];
        Assert.Equal(("hainan/haikou/housing", 2, 1), (Text(first, "unit"), first.GetProperty("movement").GetProperty("before").GetInt32(), first.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public async Task The_unit_that_holds_the_parent_back_comes_first_and_the_shares_add_up()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Reviews("a", 8, 2, Haikou), .. Reviews("b", 10, 0, Sanya)]);
        await server.Board(Line, static board => board.GetProperty("counts").GetProperty("reviews").EnumerateArray().Sum(static count => count.GetInt64()) == 20);

        var lagging = await server.Get($"/api/v1/lagging?scope={Line}&indicator=satisfaction-active&period=today");

        Assert.Equal(
            [("hainan/haikou/housing", -10m, -7.5m, 2L), ("hainan/sanya/housing", 10m, 2.5m, 0L)],
            lagging.GetProperty("children").EnumerateArray().Select(static child => (Text(child, "unit"), Number(child, "effectPoints"), Number(child, "sharePoints"), child.GetProperty("needed").GetInt64())));
        Assert.Equal((-5m, -5m, 2), (Number(lagging, "gapPoints"), Number(lagging, "sumOfShares"), lagging.GetProperty("reporting").GetInt32()));
    }

    [Fact]
    public async Task A_score_names_the_points_and_those_that_were_possible()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Reviews("a", 19, 19, Haikou), .. Reviews("b", 10, 0, Sanya)]);
        await server.Board(Line, static board => board.GetProperty("counts").GetProperty("reviews").EnumerateArray().Sum(static count => count.GetInt64()) == 48);

        var scores = (await server.Get($"/api/v1/assessments/monthly?scope={Line}&period=2026-11")).GetProperty("scores");

        Assert.Equal(
            [("hainan/sanya/housing", 30m, 30m), ("hainan/haikou/housing", 15.78m, 30m)],
            scores.EnumerateArray().Take(2).Select(static score => (Text(score, "unit"), Number(score, "raw"), Number(score, "possible"))));
    }

    [Theory]
    [InlineData("/api/v1/rankings/zero-trip-usage-cases?period=today&format=csv", "unit,name,indicator,numerator,denominator,printed,state,status,asOf,definitionVersion,group,rank,reason\r\n")]
    [InlineData("/api/v1/lagging?format=csv", "unit,name,indicator,numerator,denominator,printed,state,status,asOf,definitionVersion,effectPoints,sharePoints,needed\r\n")]
    [InlineData("/api/v1/assessments/monthly?format=csv", "unit,name,indicator,numerator,denominator,printed,state,status,asOf,definitionVersion,weight,target,points,raw,possible,coefficient,weighted,rank\r\n")]
    [InlineData("/api/v1/indicators?format=csv", "id,nameZh,nameEn,")]
    public async Task Each_table_comes_as_CSV_that_spreadsheets_read_as_UTF_8(string address, string header)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);

        var body = await server.Client.GetByteArrayAsync(address);

        Assert.StartsWith("\uFEFF" + header, Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task A_row_of_the_CSV_has_the_counts_behind_the_rate_and_none_without_a_value()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Cases("a", 29, 30, Haikou)]);
        await server.Board(Line, Accepted(30));

        var rows = (await server.Client.GetStringAsync($"/api/v1/rankings/zero-trip-usage-cases?scope={Line}&format=csv")).Split("\r\n");

        Assert.Matches("^hainan/haikou/housing,[^,]+,zero-trip-usage-cases,29,30,96.6%,ok,none,2026-11-[^,]+,1,housing,1,$", rows[1]);
        Assert.Matches("^hainan/sanya/housing,[^,]+,zero-trip-usage-cases,,,,[a-zA-Z]+,none,[^,]+,1,housing,,.+$", rows.Single(static row => row.StartsWith("hainan/sanya/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/api/v1/rankings/on-tiem", HttpStatusCode.NotFound, "'on-tiem' is no indicator. Known are zero-trip-items, ")]
    [InlineData("/api/v1/rankings/on-time?period=week", HttpStatusCode.BadRequest, "'week' is no period of on-time. Known are today, month, quarter, year, and spans of days such as 2026-10-01..2026-10-31.")]
    [InlineData("/api/v1/rankings/on-time?scope=guangdong", HttpStatusCode.NotFound, "No unit is registered or ever reported under 'guangdong'.")]
    [InlineData("/api/v1/rankings/on-time?scope=Hainan", HttpStatusCode.BadRequest, "scope: A segment of a unit path has ")]
    [InlineData("/api/v1/rankings/on-time?group=moon", HttpStatusCode.NotFound, "No unit in hainan is of the peer group 'moon'. Known are ")]
    [InlineData("/api/v1/lagging?indicator=weekend-cases", HttpStatusCode.BadRequest, "weekend-cases is a count: only a rate has units that hold it back.")]
    [InlineData("/api/v1/assessments/weekly", HttpStatusCode.NotFound, "'weekly' is no assessment. Known are monthly, quarterly, yearly.")]
    [InlineData("/api/v1/assessments/quarterly?period=2026-11", HttpStatusCode.BadRequest, "period of quarterly is YYYY-Qn and has begun.")]
    public async Task A_wrong_question_is_told_what_would_be_right(string address, HttpStatusCode status, string detail)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);

        using var answer = await server.Client.GetAsync(address);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith(detail, Text(problem, "detail"));
    }

    private static IEnumerable<object> Cases(string name, int zeroTrip, int accepted, string window, DateTimeOffset? at = null) =>
        Enumerable.Range(0, accepted).Select(i => SentEvent.Accepted($"{name}-{i}", trips: i < zeroTrip ? 0 : 1, window, at));

    private static IEnumerable<object> Reviews(string name, int good, int bad, string window) =>
        Enumerable.Range(0, good + bad).Select(i => SentEvent.Of("review.submitted", $"{name}-{i}", window, at: null, new { review = $"{name}-{i}", stars = i < good ? 5 : 1 }));

    private static Func<JsonElement, bool> Accepted(int count) => board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == count;

    private static JsonElement Find(JsonElement list, string member, string value) => list.EnumerateArray().Single(entry => Text(entry, member) == value);

    private static string Text(JsonElement entry, string member) => entry.GetProperty(member).GetString()!;

    private static decimal Number(JsonElement entry, string member) => entry.GetProperty(member).GetDecimal();
}
