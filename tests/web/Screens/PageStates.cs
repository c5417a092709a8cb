using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>Waits for what a page says of itself.</summary>
internal static class PageStates
{
    /// <summary>A live page is live, another one is loaded.</summary>
    public static async Task SettledAsync(this IPage page)
    {
        if (await page.Locator("body:not([data-state=replay]) #page").CountAsync() > 0) await page.WaitForSelectorAsync("body[data-state=live]", new() { Timeout = 60_000 });
        else await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
