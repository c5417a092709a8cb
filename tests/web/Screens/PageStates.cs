using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>Waits for what a page says of itself.</summary>
internal static class PageStates
{
    /// <summary>A live page is live, another one is loaded.</summary>
    public static async Task SettledAsync(this IPage page)
    {
        // While the records of a day are being read a notice stands in the place of the page, which comes by itself.
        await page.WaitForSelectorAsync("body[data-state=replay]:not(:has(#page)) main a[href='']", new() { State = WaitForSelectorState.Detached, Timeout = 60_000 });
        if (await page.Locator("body:not([data-state=replay]) #page").CountAsync() > 0) await page.WaitForSelectorAsync("body[data-state=live]", new() { Timeout = 60_000 });
        else await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
