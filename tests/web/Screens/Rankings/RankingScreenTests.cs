using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Rankings;

/// <summary>Events go in by HTTP; page, API and CSV rank the same units alike, and the page says why they moved.</summary>
public sealed class RankingScreenTests(Browser browser)
{
    private const string Line = "hainan/~/housing";
    private const string Asked = $"{Line}?indicator=zero-trip-usage-cases&period=today";
    private const string Places = "section[data-row=housing] tbody tr";

    private static readonly DateTimeOffset Yesterday = ManualClock.Opening.AddDays(-1);

    [Fact]
    public async Task Equal_values_share_a_rank_and_page_API_and_CSV_agree()
    {
        await using var server = await TwoDays();
        var page = await browser.Open($"{server.Address}/rankings/{Asked}", 1920, 1080, script: false);

        var rows = await page.Rows(Places);

        var told = (await server.Get($"/api/v1/rankings/zero-trip-usage-cases?scope={Line}&period=today&group=housing")).GetProperty("groups")[0].GetProperty("places");
        var table = await server.Client.Csv($"/api/v1/rankings/zero-trip-usage-cases?scope={Line}&period=today&group=housing&format=csv");
        Assert.Equal(["1 96.6%", "2 6.6%", "2 6.6%"], rows.Select(static row => row.Split(" | ")).Select(static cells => $"{cells[0]} {cells[2]}"));
        Assert.Equal(rows.Select(static row => Told(row.Split(" | "), 0, 1, 2)), told.EnumerateArray().Select(static place => $"{place.GetProperty("rank")} {place.GetProperty("name").GetProperty("zh")} {place.GetProperty("printed").GetProperty("zh")}"));
        Assert.Equal(rows.Select(static row => Told(row.Split(" | "), 0, 1, 2)), table.Take(3).Select(static cells => Told(cells, 11, 1, 5)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_movement_is_told_with_its_four_parts_which_add_up_and_the_counters_that_moved()
    {
        await using var server = await TwoDays();
        var page = await browser.Open($"{server.Address}/rankings/{Asked}", 1920, 1080, script: false);

        var moved = (await page.Rows(Places)).Select(static row => row.Split(" | ")).Select(static cells => $"{cells[5]} | {cells[6]}");

        var told = (await server.Get($"/api/v1/rankings/zero-trip-usage-cases?scope={Line}&period=today&group=housing")).GetProperty("groups")[0].GetProperty("places");
        Assert.Equal(
            [
                "▲1上升 1 名 | 本单位变化 +1；他单位变化 0；口径/系数变化 0；更正 0零跑动件 +19",
                "—上期无名次 | 上期无名次零跑动件 +2；受理件 +30",
                "▼1下降 1 名 | 本单位变化 −1；他单位变化 0；口径/系数变化 0；更正 0零跑动件 −18",
            ],
            moved);
        Assert.All(told.EnumerateArray().Select(static place => place.GetProperty("movement")), static movement => Assert.Equal(PlacesOf(movement), Sum(movement)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Neighbours_that_are_not_told_apart_are_bracketed_and_who_is_not_ranked_stands_apart_with_the_reason()
    {
        await using var server = await TwoDays();
        var page = await browser.Open($"{server.Address}/rankings/{Asked}", 1920, 1080, script: false);

        var brackets = (await page.Rows(Places)).Select(static row => row.Split(" | ")[^1]);
        var apart = await page.Texts("section[data-row=housing] .names li");

        Assert.Equal(["", "无显著差异", "无显著差异"], brackets);
        Assert.Contains("文昌市业务量不足100.0%5/5", apart.Select(static unit => string.Concat(unit.Where(static sign => !char.IsWhiteSpace(sign)))), StringComparer.Ordinal);
        Assert.Contains(apart, static unit => unit.EndsWith("未上报", StringComparison.Ordinal));
        Assert.Equal("60", await page.GetAttributeAsync("[data-live=ranking]", "data-live-every"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_assessment_shows_points_and_coefficient_side_by_side_as_the_API_tells_them()
    {
        await using var server = await TwoDays();
        var page = await browser.Open($"{server.Address}/rankings/{Line}?assessment=monthly&period=2026-11", 1920, 1080, script: false);

        var rows = (await page.Rows("table.ranking tbody tr")).Select(static row => row.Split(" | "));

        var scores = (await server.Get($"/api/v1/assessments/monthly?scope={Line}&period=2026-11")).GetProperty("scores");
        Assert.Equal(
            scores.EnumerateArray().Select(static score => $"{RankOf(score)} {score.GetProperty("name").GetProperty("zh")} {PointsOf(score, "raw")} {PointsOf(score, "possible")} {PointsOf(score, "weighted")}"),
            rows.Select(static cells => $"{cells[0]} {cells[1]} {cells[2]} {cells[3]} {cells[5]}"));
        Assert.All(rows, static cells => Assert.Equal("未设，按 1 计", cells[4]));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_known_is_said_and_the_others_are_offered()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        var page = await browser.Open($"{server.Address}/rankings/hainan?assessment=weekly", 1920, 1080, script: false);

        var assessment = await page.InnerTextAsync(".lead");
        await page.GotoAsync($"{server.Address}/rankings/hainan?indicator=nothing");

        Assert.Equal("没有这个考核或考核周期。", assessment);
        Assert.Equal("没有这个指标或统计周期，请另选。", await page.InnerTextAsync(".lead"));
        Assert.Equal(["单项指标", "月度考核", "季度监测", "年度考核"], await page.Texts(".kinds a"));
        await page.Context.CloseAsync();
    }

    private static async Task<LiveServer> TwoDays()
    {
        var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Cases("y1", 10, 30, "haikou", Yesterday), .. Cases("y2", 20, 30, "sanya", Yesterday)]);
        await server.Post([.. Cases("a", 29, 30, "haikou"), .. Cases("b", 2, 30, "sanya"), .. Cases("c", 2, 30, "danzhou"), .. Cases("d", 5, 5, "wenchang")]);
        await server.Board(Line, static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 95);
        return server;
    }

    private static IEnumerable<object> Cases(string name, int zeroTrip, int accepted, string county, DateTimeOffset? at = null) =>
        Enumerable.Range(0, accepted).Select(i => SentEvent.Accepted($"{name}-{i}", trips: i < zeroTrip ? 0 : 1, $"hainan/{county}/housing/w01", at));

    private static string Told(string[] cells, int rank, int name, int printed) => $"{cells[rank]} {cells[name]} {cells[printed]}";

    private static string RankOf(JsonElement score) => score.GetProperty("rank") is { ValueKind: JsonValueKind.Number } rank ? $"{rank}" : "—";

    // Who could reach no point has none, and not 0.00.
    private static string PointsOf(JsonElement score, string of) => RankOf(score) == "—" ? "—" : $"{score.GetProperty(of).GetDecimal():0.00}";

    private static int PlacesOf(JsonElement movement) => movement.GetProperty("places") is { ValueKind: JsonValueKind.Number } places ? places.GetInt32() : 0;

    private static int Sum(JsonElement movement) =>
        movement.GetProperty("own").GetInt32() + movement.GetProperty("others").GetInt32() + movement.GetProperty("definition").GetInt32() + movement.GetProperty("corrections").GetInt32();
}
