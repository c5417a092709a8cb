using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>The tablet's page, which has no live region, with one, which reads as a test says.</summary>
internal sealed partial class RegionPage
{
    private readonly ScreenHost _host;
    private TaskCompletionSource _fetched = new();
    private int _figure = 100;

    private RegionPage(ScreenHost host, IPage page) => (_host, Page) = (host, page);

    public IPage Page { get; }

    public string Region { get; set; } = "";

    /// <summary>How much older than its frame the page says it is.</summary>
    public TimeSpan Older { get; set; }

    public string Shown { get; private set; } = "";

    public static async Task<RegionPage> Open(ScreenHost host, Browser browser, string region)
    {
        var page = new RegionPage(host, await browser.Blank(1280, 800)) { Region = region };
        await page.Page.RouteAsync("**/m/hainan", page.Answer);
        await page.Page.GotoAsync($"{host.Address}/m/hainan");
        await page.Page.WaitForSelectorAsync("body[data-state=live]");
        return page;
    }

    /// <summary>Changes a figure of the board and waits until the page has asked for itself again and taken the answer in, or dropped it.</summary>
    public async Task Change()
    {
        _fetched = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var text = (++_figure).ToString(CultureInfo.InvariantCulture);
        await _host.Feed.Patch("hainan", "hainan/sanya.accepted", new Shown(text, text, States.Ok));
        await _fetched.Task;
    }

    /// <summary>Waits for the region to read so.</summary>
    public Task Reads(string text) =>
        Page.WaitForFunctionAsync("text => document.querySelector('[data-live=rows]').innerText.replace(/\\s+/g, ' ').trim() === text", text);

    public Task<string> Text() =>
        Page.EvaluateAsync<string>("() => document.querySelector('[data-live=rows]').innerText.replace(/\\s+/g, ' ').trim()");

    public static string Rows(params string[] keys) =>
        $"<ul>{string.Concat(keys.Select(static key => $"<li data-row=\"{key}\"><a href=\"/units/{key}\" id=\"{key}\">{key}</a></li>"))}</ul>";

    /// <summary>The whole page as the server prints it, with the region in it.</summary>
    public string Printed(string html)
    {
        var aged = AsOf().Replace(html, found => $"\"asOf\":{long.Parse(found.Groups["at"].Value, CultureInfo.InvariantCulture) - (long)Older.TotalMilliseconds}", 1);
        return aged.Replace("</main>", $"<section data-live=\"rows\">{Region}</section></main>", StringComparison.Ordinal);
    }

    private async Task Answer(IRoute route)
    {
        var answer = await route.FetchAsync();
        Shown = Printed(await answer.TextAsync());
        await route.FulfillAsync(new() { Response = answer, Body = Shown });
        _fetched.TrySetResult();
    }

    [GeneratedRegex("\"asOf\":(?<at>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsOf();
}
