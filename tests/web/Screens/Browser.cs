using Microsoft.Playwright;
using OpsBoard.Web.Screens;

[assembly: AssemblyFixture(typeof(Browser))]

namespace OpsBoard.Web.Screens;

/// <summary>One headless Chromium for all tests of the screens, started when one first asks; a missing browser fails, it never skips.</summary>
public sealed class Browser : IAsyncDisposable
{
    // A limit is for what never comes, not for a machine that is busy.
    private const int PatienceMs = 120_000;

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> _started;

    public Browser()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _started = new(Start);
    }

    /// <summary>The machine's fonts, as a file of fontconfig; null: those that it has.</summary>
    internal string? FontConfiguration { get; init; }

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
        var context = await (await _started.Value).Chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            TimezoneId = "America/New_York",
        });
        context.SetDefaultTimeout(PatienceMs);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated) return;
        var (playwright, chromium) = await _started.Value;
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private async Task<(IPlaywright, IBrowser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"], Env = Environment() }));
    }

    private IEnumerable<KeyValuePair<string, string>>? Environment() =>
        FontConfiguration is null ? null : [.. OfThisProcess(), KeyValuePair.Create("FONTCONFIG_FILE", FontConfiguration)];

    private static IEnumerable<KeyValuePair<string, string>> OfThisProcess() => System.Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>().Select(static entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));
}
