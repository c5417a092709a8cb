using System.Text.Json;
using Microsoft.Playwright;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Reviews;

/// <summary>
/// The loop of bad reviews with the packaged limits of 5 and 15 working days in the autumn of 2026: Sunday 20 September and Saturday
/// 10 October are worked (调休), 25 to 27 September and 1 to 7 October are not (国办发明电〔2025〕7号).
/// </summary>
public sealed class LoopTests(Browser browser)
{
    private const string Window = "hainan/haikou/housing/w01";

    private static readonly DateTimeOffset Wednesday = At(9, 16);

    [Fact]
    public async Task A_review_turns_to_warning_and_overdue_with_the_working_days_across_a_weekend_and_days_worked_in_exchange()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, Wednesday);
        await server.Post(Review("bad", 1));

        var contact = new[] { await Mark(server, At(9, 19)), await Mark(server, At(9, 21, 23)), await Mark(server, At(9, 22, 0)), await Mark(server, At(9, 22, 23)), await Mark(server, At(9, 23, 0)) };
        await server.Post(SentEvent.Of("review.contacted", "contacted", Window, At(9, 22), new { review = "bad" }));
        var rectify = new[] { await Mark(server, At(10, 9)), await Mark(server, At(10, 11, 23)), await Mark(server, At(10, 12, 0)), await Mark(server, At(10, 13, 23)), await Mark(server, At(10, 14, 0)) };

        Assert.Equal(["toContact 2", "toContact 4", "toContact 5 ▲", "toContact 5 ▲", "toContact 6 ■"], contact);
        Assert.Equal(["toRectify 12", "toRectify 13", "toRectify 14 ▲", "toRectify 15 ▲", "toRectify 16 ■"], rectify);
    }

    [Fact]
    public async Task Page_API_and_CSV_show_the_same_reviews_in_the_same_order_with_the_same_marks()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, Wednesday);
        await server.Post(Review("first", 1), Review("second", 2, At(9, 15)), Review("good", 5));
        await server.Post(SentEvent.Of("review.contacted", "contacted", Window, Wednesday, new { review = "first" }));
        server.Clock.Now = At(9, 22);
        var page = await browser.Open($"{server.Address}/reviews/hainan", 1920, 1080, script: false);

        var cards = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.card')].map(card => `${card.dataset.row} ${card.dataset.l ?? ''}`.trim())");

        var told = (await server.Get("/api/v1/reviews?scope=hainan")).GetProperty("reviews").EnumerateArray().Select(Told);
        var table = (await server.Client.Csv("/api/v1/reviews?scope=hainan&format=csv")).Select(static cells => Told(cells[0], cells[1], cells[7] == "true", cells[8] == "true"));
        Assert.Equal([$"{Window} second overdue", $"{Window} first"], cards);
        Assert.Equal(cards, told);
        Assert.Equal(cards, table);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Columns_filter_figures_and_units_are_counted_from_the_same_reviews()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, Wednesday);
        await server.Post(Review("first", 1), Review("second", 2, At(9, 15)), Review("good", 5), Review("upheld", 1));
        await server.Post(
            SentEvent.Of("review.contacted", "contacted", Window, Wednesday, new { review = "first" }),
            SentEvent.Of("review.appealed", "appealed", Window, Wednesday, new { review = "upheld", outcome = "upheld" }));
        await server.Board("hainan", static board => board.GetProperty("gauges").GetProperty("badReviewsOpen").GetInt32() == 2 && board.GetProperty("counts").GetProperty("reviews")[4].GetInt32() == 1);
        var page = await browser.Open($"{server.Address}/reviews/hainan?state=toContact", 1920, 1080, script: false);

        var figures = await page.Rows(".rate");

        Assert.Equal(["全部未办结 2", "待回访 1", "整改中 1", "▲ 临近期限 0", "■ 超期 0"], await page.Texts(".list .kinds a"));
        Assert.Equal(["待回访 1", "整改中 0"], await page.Texts(".column h3"));
        Assert.Equal("海口市 | 2 | 1 | 1 | 0 | 0", Assert.Single(await page.Rows("[data-live=review-units] tbody tr")));
        Assert.Equal(["好评率（主动评价） | 33.3% 1 / 3", "好评率（含默认） | 33.3% 1 / 3"], figures.Take(2));
        Assert.Equal(["公开 | 0 条", "申诉剔除 | 1 条"], figures.TakeLast(2));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_nothing_is_open_the_page_says_so()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, Wednesday);
        var page = await browser.Open($"{server.Address}/reviews/hainan", 1920, 1080, script: false);

        Assert.Equal("目前没有未办结的差评。", await page.InnerTextAsync(".lead"));
        Assert.Contains("各下级单位均没有未办结的差评。", await page.InnerTextAsync("[data-live=review-units]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static DateTimeOffset At(int month, int day, int hour = 10) => new(2026, month, day, hour, 0, 0, BusinessDay.Offset);

    private static object Review(string id, int stars, DateTimeOffset? at = null) =>
        SentEvent.Of("review.submitted", id, Window, at ?? Wednesday, new { review = id, stars });

    /// <summary>The only open review as it stands then: its step, the working days used, ▲ or ■.</summary>
    private static async Task<string> Mark(LiveServer server, DateTimeOffset at)
    {
        server.Clock.Now = at;
        var review = Assert.Single((await server.Get("/api/v1/reviews?scope=hainan")).GetProperty("reviews").EnumerateArray());
        var mark = review.GetProperty("overdue").GetBoolean() ? " ■" : review.GetProperty("dueSoon").GetBoolean() ? " ▲" : "";
        return $"{review.GetProperty("step").GetString()} {review.GetProperty("usedWorkingDays").GetInt32()}{mark}";
    }

    private static string Told(JsonElement review) =>
        Told(review.GetProperty("window").GetString()!, review.GetProperty("review").GetString()!, review.GetProperty("overdue").GetBoolean(), review.GetProperty("dueSoon").GetBoolean());

    private static string Told(string window, string id, bool isOverdue, bool isDueSoon) =>
        $"{window} {id} {(isOverdue ? Board.Levels.Overdue : isDueSoon ? Board.Levels.Warning : "")}".Trim();
}
