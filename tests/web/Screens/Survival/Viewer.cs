using System.Diagnostics;
using Microsoft.Playwright;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>A live page behind a line that counts what the server sends it, its first loading left out.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly FaultyLine _line;
    private readonly IPage _page;
    private long _from;
    private Stopwatch _since = Stopwatch.StartNew();

    private Viewer(FaultyLine line, IPage page) => (_line, _page, _from) = (line, page, line.Down);

    public static async Task<Viewer> Open(Browser browser, LiveServer server, string path)
    {
        var line = FaultyLine.To(server);
        var page = await browser.Open(line.Address + path, 1920, 1080);
        await page.SettledAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return new Viewer(line, page);
    }

    /// <summary>Counts from here on.</summary>
    public void Begin() => (_from, _since) = (_line.Down, Stopwatch.StartNew());

    /// <summary>Millions of bytes in an hour at the rate since the beginning.</summary>
    public double MegabytesAnHour() => (_line.Down - _from) / 1e6 / _since.Elapsed.TotalHours;

    public async ValueTask DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _line.DisposeAsync();
    }
}
