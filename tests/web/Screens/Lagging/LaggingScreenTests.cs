using System.Globalization;
using System.Text.Json;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Lagging;

/// <summary>Events go in by HTTP; page, API and CSV name the same units and the same figures.</summary>
public sealed class LaggingScreenTests(Browser browser)
{
    private const string Line = "hainan/~/housing";
    private const string Asked = $"{Line}?indicator=satisfaction-active&period=today";
    private const string Rows = "[data-live=lagging] table.lagging tbody tr";

    [Fact]
    public async Task Page_API_and_CSV_tell_the_same_effects_shares_and_needs()
    {
        await using var server = await Morning();
        var page = await browser.Open($"{server.Address}/lagging/{Asked}", 1920, 1080, script: false);

        var rows = await page.Rows(Rows);

        var told = await server.Get($"/api/v1/lagging?scope={Line}&indicator=satisfaction-active&period=today");
        var table = await server.Client.Csv($"/api/v1/lagging?scope={Line}&indicator=satisfaction-active&period=today&format=csv");
        Assert.Equal(
            [
                $"{NameOf(told, 0)} 总览 | 拉低 −10.00 个百分点 | −7.50 | 再增 2 条可达标 | 80.0% | 8 / 10 | —",
                $"{NameOf(told, 1)} 总览 | 拉高 +10.00 个百分点 | +2.50 | 已达标 | 100.0% | 10 / 10 | —",
            ],
            rows);
        Assert.Equal(rows.Select(Figures), told.GetProperty("children").EnumerateArray().Select(Figures));
        Assert.Equal(rows.Select(Figures), table.Take(2).Select(static cells => Figures(cells[5], cells[10], cells[11])));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_sentence_says_what_the_parent_would_be_without_its_most_harmful_child_and_the_printed_shares_are_the_gap()
    {
        await using var server = await Morning();
        var page = await browser.Open($"{server.Address}/lagging/{Asked}", 1920, 1080, script: false);

        var told = await server.Get($"/api/v1/lagging?scope={Line}&indicator=satisfaction-active&period=today");

        Assert.Matches($"^{NameOf(told, 0)}若不计入，.+好评率（主动评价）为 100.0%，现为 90.0%：拉低 −10.00 个百分点。$", await page.InnerTextAsync(".lead"));
        Assert.EndsWith("90.0%（18 / 20），目标 ≥ 95%，与目标相差 −5.00 个百分点；下列份额相加（含没有可用数据的单位）为 −5.00 个百分点。", await page.InnerTextAsync(".gap"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Units_without_a_usable_value_stand_apart_with_their_state_and_the_coverage_says_how_many()
    {
        await using var server = await Morning();
        var page = await browser.Open($"{server.Address}/lagging/{Asked}", 1920, 1080, script: false);

        var apart = await page.Rows("[data-live=lagging] table:not(.lagging) tbody tr");

        var told = await server.Get($"/api/v1/lagging?scope={Line}&indicator=satisfaction-active&period=today");
        Assert.Equal(told.GetProperty("apart").GetArrayLength(), apart.Count);
        Assert.Contains(apart, static row => row.Contains("| 未上报", StringComparison.Ordinal) && row.EndsWith("| 0 / 0 | 0.00", StringComparison.Ordinal));
        Assert.Contains($"2/{told.GetProperty("units").GetInt32()} 个单位在报", await page.InnerTextAsync("[data-live=lagging]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_choice_stands_in_the_address_and_what_cannot_be_shown_is_said_in_words()
    {
        await using var server = await Morning();
        var page = await browser.Open($"{server.Address}/lagging/{Asked}&sort=name", 1920, 1080, script: false);
        var chosen = (await page.InputValueAsync("#indicator"), await page.GetAttributeAsync("th[aria-sort]", "aria-sort"));

        await page.GotoAsync($"{server.Address}/lagging/{Line}?indicator=weekend-cases");
        var count = await page.InnerTextAsync(".lead");
        var unknown = await page.GotoAsync($"{server.Address}/lagging/{Line}?indicator=nothing");
        var nothing = await page.InnerTextAsync(".lead");
        await page.GotoAsync($"{server.Address}/lagging/hainan/haikou/housing/w01");

        Assert.Equal(("satisfaction-active", "ascending"), chosen);
        Assert.Equal("“5+2周末办件量”是件数而不是比率，不存在拉低它的单位，份额不可相加。请另选指标。", count);
        Assert.Equal((404, "没有这个指标或统计周期，请另选。"), (unknown!.Status, nothing));
        Assert.EndsWith("没有下级单位。", await page.InnerTextAsync(".lead"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_open_page_follows_new_reviews_in_value_and_in_order_without_a_reload()
    {
        await using var server = await Morning();
        var page = await browser.Open($"{server.Address}/lagging/{Asked}", 1920, 1080);
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.EvaluateAsync("() => { document.querySelector('table.lagging tbody tr').mark = 'haikou'; }");

        await server.Post([.. Reviews("c", 0, 30, "hainan/sanya/housing/w01")]);
        await page.WaitForFunctionAsync("() => document.querySelector('table.lagging tbody tr').textContent.includes('10 / 40')");

        Assert.Equal("haikou", await page.EvaluateAsync<string>("() => document.querySelectorAll('table.lagging tbody tr')[1].mark"));
        await page.Context.CloseAsync();
    }

    private static async Task<LiveServer> Morning()
    {
        var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post([.. Reviews("a", 8, 2, "hainan/haikou/housing/w01"), .. Reviews("b", 10, 0, "hainan/sanya/housing/w01")]);
        await server.Board(Line, static board => board.GetProperty("counts").GetProperty("reviews").EnumerateArray().Sum(static count => count.GetInt64()) == 20);
        return server;
    }

    private static IEnumerable<object> Reviews(string name, int good, int bad, string window) =>
        Enumerable.Range(0, good + bad).Select(i => SentEvent.Of("review.submitted", $"{name}-{i}", window, at: null, new { review = $"{name}-{i}", stars = i < good ? 5 : 1 }));

    private static string NameOf(JsonElement told, int place) => told.GetProperty("children")[place].GetProperty("name").GetProperty("zh").GetString()!;

    // Printed value, effect and share, in one form whoever tells them.
    private static string Figures(string row) => row.Split(" | ") is [_, var effect, var share, _, var printed, ..]
        ? Figures(printed, effect.Split(' ')[1].Replace('−', '-'), share.Replace('−', '-'))
        : row;

    private static string Figures(JsonElement child) =>
        Figures(child.GetProperty("printed").GetProperty("zh").GetString()!, child.GetProperty("effectPoints").GetRawText(), child.GetProperty("sharePoints").GetRawText());

    private static string Figures(string printed, string effect, string share) =>
        string.Create(CultureInfo.InvariantCulture, $"{printed} {decimal.Parse(effect, CultureInfo.InvariantCulture):0.00} {decimal.Parse(share, CultureInfo.InvariantCulture):0.00}");
}
