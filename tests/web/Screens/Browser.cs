using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>One headless Chromium for all tests of the screens; a missing browser fails, it never skips.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    /// <summary>A page of its own in a zone that is not the province's; close its context when done.</summary>
    public async Task<IPage> Open(string address, int width, int height, bool script = true, string language = "zh-CN")
    {
        var page = await Blank(width, height, script);
        await page.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = address }]);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>The same before any address, for instance to take its clock in hand.</summary>
    public async Task<IPage> Blank(int width, int height, bool script = true)
    {
        var context = await _chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            TimezoneId = "America/New_York",
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}
