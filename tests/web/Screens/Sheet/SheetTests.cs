using Microsoft.Playwright;
using OpsBoard.Web.Events;
using OpsBoard.Web.Tests.Figures;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>The value sheet as a person meets it: by touch, by keyboard, without script.</summary>
public sealed class SheetTests(BusyOffice office, Browser browser) : IClassFixture<BusyOffice>
{
    private const string Usage = $"{Hall.County}.indicator:zero-trip-usage-items";

    private static readonly string[] Fields =
    [
        "吉阳区 · 零跑动可办事项使用率（事项口径）", "100.0%", "2 分子", "计数项 itemsZeroTripUsed", "2 分母", "本年至少办理过 1 件", "第 1 版", "统计周期", "此刻", "截至",
        "2026-11-20 10:00:00",
        "≥ 70%", "2023年度目标（文件一）", "≥ 85%", "2023年度目标（文件二）", "2023 年", "达标",
        "按此判定", "正常 · 0 秒前", "重复、拒收", "数据状态", "更正", "0 项待批准", "省营商环境建设厅", "查看原始事件：分子", "查看原始事件：分母", "下钻",
    ];

    private string Page => $"{office.Address}/units/{Hall.County}";

    [Fact]
    public async Task A_tap_on_a_number_shows_where_it_comes_from_over_the_page()
    {
        var page = await browser.Open(Page, 1180, 820);

        await page.GetByRole(AriaRole.Link, new() { Name = "零跑动可办事项使用率（事项口径） 100.0%" }).ClickAsync();
        await Opened(page);

        var text = await page.InnerTextAsync("#sheet");
        Assert.All(Fields, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("figure=", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_same_sheet_stands_in_the_page_that_the_number_leads_to()
    {
        var page = await browser.Open(Page, 1180, 820, script: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "今日受理 9", Exact = true }).ClickAsync();

        Assert.Contains("受理件", await page.InnerTextAsync("#sheet"), StringComparison.Ordinal);
        Assert.Equal("static", await page.EvaluateAsync<string>("() => getComputedStyle(document.getElementById('sheet')).position"));
        await page.ClickAsync("#sheet .close");
        Assert.Equal(Page, page.Url);
        Assert.False(await page.IsVisibleAsync("#sheet"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_Enter_opens_it_Escape_closes_it_and_the_focus_comes_back()
    {
        var page = await browser.Open(Page, 1180, 820);
        var number = page.GetByRole(AriaRole.Link, new() { Name = "今日办结 4", Exact = true });
        await number.FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Opened(page);
        var inside = await page.EvaluateAsync<bool>("() => document.getElementById('sheet').contains(document.activeElement)");
        await page.Keyboard.PressAsync("Escape");
        await Closed(page);

        Assert.True(inside);
        Assert.Equal(Page, page.Url);
        Assert.Equal($"{Hall.County}.completed", await page.EvaluateAsync<string>("() => document.activeElement.firstElementChild.dataset.k"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Back_closes_the_sheet_and_forward_opens_it_again()
    {
        var page = await browser.Open(Page, 1180, 820);
        await page.GetByRole(AriaRole.Link, new() { Name = "在办 10", Exact = true }).ClickAsync();
        await Opened(page);

        await page.EvaluateAsync("() => history.back()");
        await Closed(page);
        await page.EvaluateAsync("() => history.forward()");
        await Opened(page);

        Assert.Contains("在办件", await page.InnerTextAsync("#sheet"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_address_with_a_number_shows_its_sheet_and_closing_it_leaves_the_rest_of_the_address()
    {
        var page = await browser.Open($"{Page}?figure={Usage}&lang=keep", 1180, 820);
        await Opened(page);

        await page.ClickAsync("#sheet .close");
        await Closed(page);

        Assert.Equal($"{Page}?lang=keep", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_number_of_the_table_is_large_enough_to_be_hit_and_says_its_row_and_column()
    {
        var page = await browser.Open(Page, 1180, 820);

        var box = await page.GetByRole(AriaRole.Link, new() { Name = "公积金 今日受理 9", Exact = true }).BoundingBoxAsync();

        Assert.True(box is { Width: >= 24, Height: >= 24 });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_new_event_changes_the_number_in_an_open_sheet()
    {
        await using var hall = await Hall.Open($"{BusyOffice.Day} 10:00");
        await hall.Send(HallEvent.Accepted("a", $"{Hall.County}/housing/w01", Hall.At($"{BusyOffice.Day} 09:58")));
        await hall.CaughtUp();
        var page = await browser.Open($"{hall.Server.Address}/units/{Hall.County}", 1180, 820);
        await page.GetByRole(AriaRole.Link, new() { Name = "今日受理 1", Exact = true }).ClickAsync();
        await Opened(page);

        await hall.Send(HallEvent.Accepted("b", $"{Hall.County}/housing/w01", Hall.At($"{BusyOffice.Day} 09:59")));

        await page.WaitForSelectorAsync("#sheet:modal .big .num:text-is('2')");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1920, 1080, "zh-CN", "", Usage)]
    [InlineData(1920, 1080, "en", "", Usage)]
    [InlineData(1180, 820, "zh-CN", "", $"{Hall.County}.satisfaction")]
    [InlineData(1180, 820, "en", "", $"{Hall.County}.satisfaction")]
    [InlineData(1920, 1080, "zh-CN", "&events=1&recount=1", $"{Hall.County}.accepted")]
    [InlineData(1180, 820, "en", "&events=1&recount=1", $"{Hall.County}.accepted")]
    [InlineData(320, 800, "zh-CN", "", $"{Hall.County}.overdue")]
    public async Task A_sheet_is_kept_as_a_picture(int width, int height, string language, string events, string figure)
    {
        var page = await browser.Open($"{Page}?figure={figure}{events}", width, height, language: language);

        await page.WaitForSelectorAsync("body[data-state='live']");
        await page.ScreenshotAsync(new() { Path = Pictures.Named($"sheet/{figure[(figure.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace(':', '-')}{(events.Length > 0 ? "-events" : "")}", width, height, language) });

        await page.Context.CloseAsync();
    }

    private static async Task Opened(IPage page) => await page.WaitForSelectorAsync("#sheet:modal h2:focus");

    private static async Task Closed(IPage page) => await page.WaitForSelectorAsync("#sheet", new() { State = WaitForSelectorState.Hidden });
}
