using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>A page as a reader without script gets it: the sheet, the list of events, the numbers that lead to sheets.</summary>
internal sealed partial class SheetPage
{
    private readonly string _html;

    private SheetPage(string html) => _html = html;

    /// <summary>The page's text, as far as tags allow.</summary>
    public string Text => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(_html, " ")), " ");

    /// <summary>The addresses of the sheets of all numbers of the page.</summary>
    public IReadOnlyList<string> Asks => [.. Ask().Matches(_html).Select(static match => WebUtility.HtmlDecode(match.Groups["to"].Value))];

    /// <summary>Numerator and denominator of the open sheet.</summary>
    public IReadOnlyList<long> Parts => [.. Part().Matches(Between("<dd class=\"parts\">", "</dd>")).Select(static match => Number(match.Groups["n"].Value))];

    /// <summary>The addresses of the events behind the parts.</summary>
    public IReadOnlyList<string> Events => [.. EventsLink().Matches(Between("<p class=\"ways\">", "</p>")).Select(static match => WebUtility.HtmlDecode(match.Groups["to"].Value))];

    /// <summary>The addresses of the files with the events behind the parts, of numbers of many days.</summary>
    public IReadOnlyList<string> Files => [.. FileLink().Matches(Between("<p class=\"ways\">", "</p>")).Select(static match => WebUtility.HtmlDecode(match.Groups["to"].Value))];

    /// <summary>What the list of events says that it adds up to, and what its rows add up to.</summary>
    public (long Said, long Rows) Sum =>
        (Number(Count().Match(_html).Groups["n"].Value), Times().Matches(_html).Sum(static match => Number(match.Groups["n"].Value)));

    public static async Task<SheetPage> Open(HttpClient client, string address) => new(await client.GetStringAsync(address));

    private string Between(string start, string end)
    {
        var from = _html.IndexOf(start, StringComparison.Ordinal);
        return from < 0 ? "" : _html[from.._html.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static long Number(string text) => long.Parse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Space();

    [GeneratedRegex("<a class=\"ask\" href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Ask();

    [GeneratedRegex("<strong>(?<n>[0-9,]+)</strong>", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Part();

    [GeneratedRegex("href=\"(?<to>[^\"]*events=1[^\"]*)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex EventsLink();

    [GeneratedRegex("href=\"(?<to>[^\"]*/events[?][^\"]*)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex FileLink();

    [GeneratedRegex("data-count=\"(?<n>-?[0-9]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Count();

    [GeneratedRegex("data-times=\"(?<n>-?[0-9]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Times();
}
