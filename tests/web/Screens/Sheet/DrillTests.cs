using System.Net;
using OpsBoard.Testing;
using OpsBoard.Web.Board;
using OpsBoard.Web.Events;
using OpsBoard.Web.Tests.Figures;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>From every number that a page prints there is a way to its events, and they are as many as the number says.</summary>
public sealed class DrillTests(BusyOffice office) : IClassFixture<BusyOffice>
{
    public static readonly TheoryData<string> Numbers = [.. FigureFacts.Names.Intersect(Figures.All, StringComparer.Ordinal), .. SomeIndicators.Packaged.All.Select(static indicator => $"indicator:{indicator.Id}")];

    // What no event says: how many windows and units are registered, are due, are silent, report.
    private static readonly Dictionary<string, int> Without = new(StringComparer.Ordinal)
    {
        [Figures.Windows] = 1, [Figures.WindowsSilent] = 2, ["indicator:coverage-county"] = 2, ["indicator:coverage-township"] = 2, ["indicator:coverage-village"] = 2,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_of_the_page_leads_to_a_sheet()
    {
        var asks = (await SheetPage.Open(office.Client, $"/units/{Hall.County}")).Asks;

        var figures = asks.Select(static ask => SheetKey.Parse(Uri.UnescapeDataString(ask[(ask.IndexOf("figure=", StringComparison.Ordinal) + 7)..]))!.Value.Figure).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Numbers.Select(static row => row.Data).Where(static name => name.StartsWith("indicator:", StringComparison.Ordinal)).Except(figures, StringComparer.Ordinal));
        Assert.Empty(figures.Except(Numbers.Select(static row => row.Data), StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(asks.Select(ask => office.Client.GetAsync(ask, Cancel))), static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task The_events_behind_a_number_of_the_unit_are_as_many_as_it_says(string figure) =>
        await Compare($"/units/{Hall.County}?figure={Hall.County}.{figure}", Without.GetValueOrDefault(figure));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task The_events_behind_a_number_of_a_child_are_as_many_as_it_says(string figure) =>
        await Compare($"/units/{Hall.County}?figure={Hall.County}/housing.{figure}", Without.GetValueOrDefault(figure));

    [Fact]
    public async Task Every_number_of_a_month_leads_to_a_sheet_and_to_events_that_add_up_to_it()
    {
        var asks = (await SheetPage.Open(office.Client, $"/units/{Hall.County}?period=month")).Asks;

        Assert.True(asks.Count > 20, $"{asks.Count} numbers");
        foreach (var ask in asks)
        {
            var sheet = await SheetPage.Open(office.Client, ask);
            Assert.Matches("统计周期 (此刻|2026年11月1日 星期日 – 2026年11月20日 星期五) ", sheet.Text);
            foreach (var (list, part) in sheet.Files.Zip(sheet.Parts))
                Assert.Equal(part, (await office.Hall.Server.Get(list.Replace("&format=csv", "", StringComparison.Ordinal))).GetProperty("count").GetInt64());
        }
    }

    [Theory]
    [InlineData(Hall.County)]
    [InlineData($"{Hall.County}/housing")]
    public async Task A_rate_of_a_month_is_held_against_its_target_for_the_unit_and_for_each_child(string unit)
    {
        var sheet = await SheetPage.Open(office.Client, $"/units/{Hall.County}?period=month&figure={unit}.satisfaction");

        Assert.Matches("目标 .*≥ 95%", sheet.Text);
        Assert.DoesNotContain("未设目标", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_in_words_that_it_is_equal_to_the_number()
    {
        var list = await SheetPage.Open(office.Client, $"/units/{Hall.County}?figure={Hall.County}.accepted&events=1");

        Assert.Contains("今日受理：受理件", list.Text, StringComparison.Ordinal);
        Assert.Contains("计入合计 9，与数字 9 一致。", list.Text, StringComparison.Ordinal);
        Assert.Matches(@"被更正；因更正不再计入 受理 .+ hainan/jiyang/housing/w01 +urn:test:hall +mistake-accepted", list.Text);
    }

    [Fact]
    public async Task A_recount_says_beside_the_list_that_the_figures_are_equal() => Assert.Matches(
        "重算读取 [0-9]+ 个事件，核对 2 个窗口日，与看板一致（equal）。",
        (await SheetPage.Open(office.Client, $"/units/{Hall.County}?figure={Hall.County}.accepted&events=1&recount=1")).Text);

    [Fact]
    public async Task What_is_not_made_of_events_says_why() => Assert.Contains(
        "静默就是没有事件",
        (await SheetPage.Open(office.Client, $"/units/{Hall.County}?figure={Hall.County}.windowsSilent&events=1")).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("figure=hainan/jiyang.nothing")]
    [InlineData("figure=hainan/haikou.accepted")]
    [InlineData("figure=hainan/jiyang.indicator:nothing")]
    [InlineData("figure=nonsense")]
    [InlineData("figure=hainan/jiyang.nothing&events=1")]
    [InlineData("figure=hainan/jiyang.accepted&events=1&part=denominator")]
    public async Task A_number_that_does_not_exist_is_said_not_to(string query)
    {
        using var answer = await office.Client.GetAsync($"/units/{Hall.County}?{query}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这个数字", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_markup_appears_as_text()
    {
        var html = await office.Client.GetStringAsync($"/units/{Hall.County}?figure={Hall.County}.accepted&events=1", Cancel);

        Assert.Contains("&lt;script&gt;alert(&#x27;id&#x27;)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain(BusyOffice.MarkupId, html, StringComparison.Ordinal);
    }

    // Every part of the number that is made of events, with its own list; a part that is not says why.
    private async Task Compare(string address, int without)
    {
        var sheet = await SheetPage.Open(office.Client, address);
        var lists = await Task.WhenAll(sheet.Events.Select(events => SheetPage.Open(office.Client, events)));
        Assert.NotEmpty(sheet.Parts);
        Assert.Equal(sheet.Parts.Count - without, lists.Length);
        Assert.Equal(sheet.Parts.Take(lists.Length), lists.Select(static list => list.Sum.Said));
        Assert.Equal(sheet.Parts.Take(lists.Length), lists.Select(static list => list.Sum.Rows));
    }
}
