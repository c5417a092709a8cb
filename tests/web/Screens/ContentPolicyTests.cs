using System.Text.RegularExpressions;

namespace OpsBoard.Web.Screens;

/// <summary>Every page keeps to its content policy, with its script at work.</summary>
public sealed partial class ContentPolicyTests(ProvinceAtTen province, Browser browser)
{
    private const string Witness =
        "window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`));";

    public static TheoryData<string> Pages => EveryPage.Addresses;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_rule_of_its_policy_and_asks_nobody_but_its_own_server(string address)
    {
        var own = await province.Address();
        var page = await browser.Blank(1920, 1080);
        var (errors, foreign) = (new List<string>(), new List<string>());
        page.Console += (_, message) => errors.AddRange(message.Type == "error" && !IsAnswerOf404(message.Text) ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => foreign.AddRange(IsOf(own, request.Url) ? [] : [request.Url]);
        page.WebSocket += (_, socket) => foreign.AddRange(IsOf(own, socket.Url) ? [] : [socket.Url]);
        await page.AddInitScriptAsync(Witness);

        var answer = await page.GotoAsync(own + address);
        await page.SettledAsync();

        Assert.Equal([], await page.EvaluateAsync<string[]>("() => window.violations"), StringComparer.Ordinal);
        Assert.Empty(errors);
        Assert.Empty(foreign);
        Assert.DoesNotMatch(StyleAttribute(), await answer!.TextAsync());
        Assert.DoesNotMatch(InlineScript(), await answer.TextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_breach_of_the_policy_is_seen()
    {
        var page = await browser.Blank(1920, 1080);
        await page.AddInitScriptAsync(Witness);
        await page.GotoAsync($"{await province.Address()}/units/hainan");

        await page.EvaluateAsync("() => new Promise(done => { document.addEventListener('securitypolicyviolation', done, { once: true }); document.body.setAttribute('style', 'color: red'); })");

        Assert.Contains("style-src", (await page.EvaluateAsync<string[]>("() => window.violations")).Single(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static bool IsOf(string own, string url) => new Uri(url).Authority == new Uri(own).Authority || url.StartsWith("data:", StringComparison.Ordinal);

    // The browser reports the page of an unknown unit itself, which is what was asked for.
    private static bool IsAnswerOf404(string text) => text.Contains("status of 404", StringComparison.Ordinal);

    [GeneratedRegex(@"<[^>]+\sstyle\s*=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"<script(?![^>]*\s(src=|type=""application/json""))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex InlineScript();
}
