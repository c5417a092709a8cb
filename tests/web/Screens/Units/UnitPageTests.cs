using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpsBoard.Web.Tests.Run;
using IRequest = Microsoft.Playwright.IRequest;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The operator's page of the real server, in a real browser.</summary>
public sealed partial class UnitPageTests(Office office, Browser browser) : IClassFixture<Office>
{
    private const int Heaviest = 1_500_000;

    // Each figure is looked at, so that the module draws it.
    private const string LookAtAll =
        """
        async () => {
          const drawn = figure => figure.querySelector('.plot[data-revision]');
          for (const figure of [...document.querySelectorAll('figure.chart')].filter(f => f.querySelector('.chart-data'))) {
            figure.scrollIntoView({ block: 'center' });
            if (!drawn(figure)) await new Promise(done => new MutationObserver((_, eye) => { if (drawn(figure)) { eye.disconnect(); done(); } }).observe(figure, { subtree: true, childList: true, attributes: true }));
          }
          scrollTo(0, 0);
          return document.querySelectorAll('.plot[data-revision]').length;
        }
        """;

    private const string ListenToPolicy = "addEventListener('securitypolicyviolation', e => (window.violations ??= []).push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`));";

    // What a column of the children's table says, from above; a row without a value says its state.
    private const string Column = "column => [...document.querySelectorAll('form.sortable tbody tr:not(.more)')].map(row => { const num = row.cells[column].querySelector('.num'); return ['ok', 'stale'].includes(num.dataset.s) ? num.textContent : num.dataset.s; })";

    private LiveServer Server => office.Server;

    [Fact]
    public async Task The_charts_take_over_without_breaking_the_policy_and_nothing_leaves_the_origin()
    {
        var page = await browser.Blank(1920, 1080);
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        await page.AddInitScriptAsync(ListenToPolicy);
        await page.GotoAsync($"{Server.Address}/units/hainan");

        Assert.Equal(4, await page.EvaluateAsync<int>(LookAtAll));

        Assert.Equal([], await page.EvaluateAsync<string[]>("() => window.violations ?? []"), StringComparer.Ordinal);
        Assert.All(requests, url => Assert.StartsWith(Server.Address, url, StringComparison.Ordinal));
        Assert.Equal("bar bar", await page.EvaluateAsync<string>("() => ['waits', 'handling'].map(id => document.querySelector(`#${id} .plot`).data.map(trace => trace.type).join()).join(' ')"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_chart_that_is_not_seen_loads_no_library()
    {
        var page = await browser.Blank(1920, 200);
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync($"{Server.Address}/units/hainan");

        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 60_000 });

        Assert.DoesNotContain(requests, static url => url.Contains("plotly", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task New_points_go_into_the_same_drawing()
    {
        var page = await browser.Open($"{Server.Address}/units/hainan", 1920, 1080);
        await page.EvaluateAsync<int>(LookAtAll);

        await page.EvaluateAsync("() => { const plot = document.querySelector('#day-trend .plot'); plot.mark = 1; plot.arrays = plot.data.map(trace => trace.y); }");
        await page.EvaluateAsync(
            """
            () => {
              const block = document.querySelector('#day-trend .chart-data'), data = JSON.parse(block.textContent);
              data.series.at(0).values[0] = 7;
              block.textContent = JSON.stringify(data);
              document.querySelector('#day-trend').scrollIntoView();
              document.dispatchEvent(new CustomEvent('refreshed'));
            }
            """);
        await page.WaitForSelectorAsync("#day-trend .plot[data-revision='2']");

        Assert.Equal("1 true 7", await page.EvaluateAsync<string>(
            "() => { const plot = document.querySelector('#day-trend .plot'); return `${plot.mark} ${plot.data.every((trace, i) => trace.y === plot.arrays[i])} ${plot.data.find(trace => trace.mode === 'markers').y[0]}`; }"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_with_all_its_charts_is_light_the_font_of_a_machine_without_Chinese_letters_apart()
    {
        var page = await browser.Blank(1920, 1080);
        List<IRequest> requests = [];
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync($"{Server.Address}/units/hainan");
        await page.EvaluateAsync<int>(LookAtAll);

        var sizes = await Task.WhenAll(requests.ToArray().Select(static async request => (request.Url, (await request.SizesAsync()).ResponseBodySize)));

        var bytes = sizes.Where(static size => !size.Url.EndsWith(".woff2", StringComparison.Ordinal)).Sum(static size => size.ResponseBodySize);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', sizes.OrderByDescending(static size => size.ResponseBodySize).Take(12).Select(static size => $"{size.ResponseBodySize} {size.Url}").Append($"{bytes} in all")));
        Assert.InRange(bytes, 100_000, Heaviest);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_table_is_sorted_by_the_keyboard_and_the_address_says_so()
    {
        var page = await browser.Open($"{Server.Address}/units/hainan", 1920, 1080);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 60_000 });
        var header = page.Locator("th button[name=sort]", new() { HasText = "超期件" });

        await header.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var falling = await page.EvaluateAsync<string[]>(Column, 8);
        await page.Keyboard.PressAsync("Enter");
        var rising = await page.EvaluateAsync<string[]>(Column, 8);

        Assert.Equal(Numbers(falling).OrderDescending(), Numbers(falling));
        Assert.Equal(Numbers(rising).Order(), Numbers(rising));
        Assert.Equal(("notApplicable", "notApplicable"), (falling[^1], rising[^1]));
        Assert.Equal("ascending", await page.Locator("th:has(button:focus)").GetAttributeAsync("aria-sort"));
        Assert.EndsWith("?sort=overdue", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_same_button_sorts_by_a_form()
    {
        var page = await browser.Open($"{Server.Address}/units/hainan?filter=all", 1920, 1080, script: false);

        await page.Locator("th button[name=sort]", new() { HasText = "今日受理" }).ClickAsync();

        var column = await page.EvaluateAsync<string[]>(Column, 1);
        Assert.Equal(Numbers(column).OrderDescending(), Numbers(column));
        Assert.Contains("sort=-accepted", page.Url, StringComparison.Ordinal);
        Assert.Equal("descending", await page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("children", "form.sortable tbody .num")]
    [InlineData("waits", "#waits tbody .num")]
    [InlineData("county-matrix", "#county-matrix tbody .num")]
    public async Task A_table_and_its_csv_say_the_same(string table, string cells)
    {
        var page = await browser.Open($"{Server.Address}/units/hainan?sort=-overdue", 1920, 1080, script: false);
        var shown = await page.EvaluateAsync<string[]>("cells => [...document.querySelectorAll(cells)].map(cell => `${cell.textContent}|${cell.dataset.s}`)", cells);
        var address = await page.Locator($"a.csv[href*='/tables/{table}?']").GetAttributeAsync("href");

        var csv = (await Server.Client.GetStringAsync(address)).TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(CellsOf).ToList();
        var (printed, state) = (Array.IndexOf(csv[0], "printed"), Array.IndexOf(csv[0], "state"));

        // A chart's table stands upright, its CSV goes series by series: the same cells, each as often.
        Assert.Equal(shown.Order(StringComparer.Ordinal), csv.Skip(1).Select(row => $"{row[printed]}|{row[state]}").Order(StringComparer.Ordinal));
        Assert.Contains("definitionVersion", csv[0]);
        await page.Context.CloseAsync();
    }

    // A cell with a comma of its own stands between quotes.
    private static string[] CellsOf(string line) => [.. Cell().Matches(line).Select(static cell => cell.Groups["text"].Value)];

    [GeneratedRegex("(?:^|,)(?:\"(?<text>[^\"]*)\"|(?<text>[^,]*))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Cell();

    [Fact]
    public async Task As_many_cases_are_overdue_as_the_figure_says_and_each_says_its_limits()
    {
        var board = await Server.Get("/api/v1/units/hainan");
        var page = await browser.Open($"{Server.Address}/units/hainan", 1920, 1080, script: false);

        var note = await page.InnerTextAsync("section:has(#overdue-title) .note");
        var first = await page.Locator("section:has(#overdue-title) tbody tr").First.Locator("td.n").AllInnerTextsAsync();

        Assert.StartsWith($"共 {board.GetProperty("gauges").GetProperty("overdue").GetInt32():N0} 件", note, StringComparison.Ordinal);
        Assert.InRange(int.Parse(first[1], null), int.Parse(first[0], null), 100);
        Assert.Equal(int.Parse(first[2], null), int.Parse(first[0], null) + int.Parse(first[3], null));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Both_targets_of_documents_that_disagree_are_rules_with_their_documents()
    {
        var page = await browser.Open($"{Server.Address}/units/hainan?metric=zero-trip-usage-items", 1920, 1080, script: false);

        Assert.Equal(2, await page.Locator("#indicator-days .draw path.rule").CountAsync());
        Assert.Contains("2023年度目标（文件二）", await page.InnerTextAsync("#indicator-days .keys"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_completion_rate_stands_there_twice()
    {
        var page = await browser.Open($"{Server.Address}/units/hainan", 1920, 1080, script: false);

        var rates = await page.Locator(".rates dt").AllInnerTextsAsync();

        Assert.Equal(["当期办结/受理比", "同批办结率"], rates);
        Assert.Contains("含往期件", await page.Locator(".rates small").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("units/hainan", 1920, 1080, "zh-CN")]
    [InlineData("units/hainan", 1180, 820, "en")]
    [InlineData("units/hainan?metric=zero-trip-usage-items&range=12m&sort=-overdue&row=hainan/sanya", 1920, 1080, "zh-CN")]
    [InlineData("units/hainan/sanya", 1180, 820, "zh-CN")]
    [InlineData("units/hainan/sanya/housing", 1920, 1080, "en")]
    [InlineData("units/hainan/sanya/housing", 1180, 820, "zh-CN")]
    public async Task Pictures_of_the_page_are_kept(string path, int width, int height, string language)
    {
        var page = await browser.Open($"{Server.Address}/{path}", width, height, language: language);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 60_000 });
        Assert.InRange(await page.EvaluateAsync<int>(LookAtAll), 4, 4);

        await page.ScreenshotAsync(new() { Path = Pictures.Named($"desk-{path}", width, height, language), FullPage = true });

        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("units/hainan?period=month", 1920, 1080, "zh-CN")]
    [InlineData("units/hainan?period=year", 1180, 820, "en")]
    public async Task Pictures_of_a_period_are_kept(string path, int width, int height, string language)
    {
        var page = await browser.Open($"{Server.Address}/{path}", width, height, language: language);

        await page.ScreenshotAsync(new() { Path = Pictures.Named($"desk-{path}", width, height, language), FullPage = true });

        Assert.Equal(4, await page.Locator("figure.chart .draw svg").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_printed_page_has_no_controls_and_says_as_of_when()
    {
        var page = await browser.Open($"{Server.Address}/units/hainan/sanya", 1180, 820);
        await page.EvaluateAsync<int>(LookAtAll);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await page.ScreenshotAsync(new() { Path = Pictures.Named("desk-print-units/hainan/sanya", 1180, 820, "zh-CN"), FullPage = true });

        Assert.Equal(0, await page.Locator("#pause:visible, .filters:visible, .choice:visible, .csv:visible, .plot:visible").CountAsync());
        Assert.True(await page.Locator("#day-trend .draw > svg").IsVisibleAsync());
        Assert.Matches("[0-9]{2}:[0-9]{2}:[0-9]{2}", await page.InnerTextAsync("#clock"));
        await page.Context.CloseAsync();
    }

    private static List<int> Numbers(IEnumerable<string> column) => [.. column.Where(static text => int.TryParse(text, null, out _)).Select(static text => int.Parse(text, null))];
}
