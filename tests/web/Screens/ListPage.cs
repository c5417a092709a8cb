using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>Reads lists as a viewer does: row after row, the cells of a row one after the other.</summary>
internal static class ListPage
{
    private const string Read =
        "chosen => [...document.querySelectorAll(chosen)].map(row => [...row.children].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim()).join(' | '))";

    public static async Task<IReadOnlyList<string>> Rows(this IPage page, string selector) => await page.EvaluateAsync<string[]>(Read, selector);

    public static async Task<IReadOnlyList<string>> Texts(this IPage page, string selector) =>
        await page.EvaluateAsync<string[]>("chosen => [...document.querySelectorAll(chosen)].map(node => node.textContent.replace(/\\s+/g, ' ').trim())", selector);

    /// <summary>The lines of a CSV answer without its header, as cells.</summary>
    public static async Task<IReadOnlyList<string[]>> Csv(this HttpClient client, string address) =>
        [.. (await client.GetStringAsync(address)).Split("\r\n").Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split(','))];
}
