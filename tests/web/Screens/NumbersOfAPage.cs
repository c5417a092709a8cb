using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>Reads a page as the contract names its numbers.</summary>
internal static class NumbersOfAPage
{
    private const string Read =
        "() => [...document.querySelectorAll('[data-k]')].map(n => [n.dataset.k, n.textContent, n.dataset.s, n.dataset.l ?? ''].join(' | '))";

    /// <summary>Every number of the page, once each, in order of its key.</summary>
    public static async Task<IReadOnlyList<string>> Numbers(this IPage page) =>
        [.. (await page.EvaluateAsync<string[]>(Read)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The same keys as the frame prints them.</summary>
    public static IReadOnlyList<string> NumbersAsIn(this IEnumerable<string> numbers, Frame frame, bool english = false) =>
        [.. numbers.Select(number => number.Split(" | ")[0]).Select(key => Line(key, frame.Shown[key], english)).Order(StringComparer.Ordinal)];

    private static string Line(string key, Shown shown, bool english) => $"{key} | {(english ? shown.En : shown.Zh)} | {shown.State} | {shown.Level}";
}
