using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsBoard.Web.Screens;

/// <summary>What the server sends stands by itself, before any script runs: true numbers, of when they are, and no claim to be live.</summary>
public sealed partial class NoScriptOnEveryPageTests(ProvinceAtTen province)
{
    // Those of a scope as it stands. A replay tells former numbers, as its frame says in every view; the others have none.
    private static readonly string[] Kinds = ["/wall/", "/m/", "/table/", "/units/hainan", "/lagging/", "/rankings/", "/reviews/", "/supervision/"];

    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false });

    public static TheoryData<string, string> Pages =>
        [.. EveryPageInBothLanguages.All.Select(static row => row.Data).Where(static page => Kinds.Any(kind => page.Item1.StartsWith(kind, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_as_it_is_sent_has_the_numbers_of_the_API_and_calls_nothing_live(string address, string language)
    {
        var html = Script().Replace(await Read(address, language), "");
        var numbers = Numbers().Matches(html).Select(Line).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains((language == "en" ? Words.En : Words.Zh).Live.Still, html, StringComparison.Ordinal);
        Assert.DoesNotMatch(language == "en" ? @"\bLive ·" : "实时", html);
        Assert.Equal((await Board(address)).Pushed(numbers, language == "en"), numbers, StringComparer.Ordinal);
    }

    private async Task<JsonElement> Board(string address)
    {
        var scope = address[(address.IndexOf('/', 1) + 1)..].Split('?')[0];
        return await Client.GetFromJsonAsync<JsonElement>($"{await province.Address()}/api/v1/units/{scope}", TestContext.Current.CancellationToken);
    }

    // As NumbersOfAPage reads them with a browser.
    private static string Line(Match number) =>
        WebUtility.HtmlDecode($"{number.Groups["key"]} | {number.Groups["text"]} | {number.Groups["state"]} | {number.Groups["level"]}");

    private async Task<string> Read(string address, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, await province.Address() + address);
        request.Headers.Add("Cookie", $"lang={language}");
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Script();

    [GeneratedRegex("""data-k="(?<key>[^"]+)" data-s="(?<state>[^"]+)"( data-l="(?<level>[^"]+)")?>(?<text>[^<]*)<""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbers();
}
