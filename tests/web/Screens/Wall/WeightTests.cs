using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Wall;

public sealed class WeightTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const int MostBytes = 300 * 1024;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_wall_without_a_chinese_font_of_its_own_loads_at_most_three_hundred_kilobytes(string language)
    {
        var page = await browser.Blank(1920, 1080);
        var loads = await Loads.Follow(page);
        await page.GotoAsync($"{host.Address}/wall/hainan?language={language}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.EvaluateAsync("() => document.querySelectorAll('[data-view]').forEach(n => { n.hidden = false; })");
        await page.EvaluateAsync("() => document.fonts.ready.then(() => {})");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var total = loads.Bytes.Values.Sum();

        TestContext.Current.TestOutputHelper?.WriteLine($"{total} bytes in {loads.Bytes.Count} files; first contentful paint {await FirstPaint(page):0} ms");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', loads.Bytes.OrderByDescending(static load => load.Value).Select(static load => $"{load.Value,8} {load.Key}")));
        Assert.InRange(total, 100 * 1024, MostBytes);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Chinese_stands_in_a_page_as_it_is()
    {
        using var client = new HttpClient();

        var html = await client.GetStringAsync($"{host.Address}/wall/hainan", TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine($"{Encoding.UTF8.GetByteCount(html)} bytes; as entities {html.Sum(static letter => letter < 0x80 ? 1 : "&#x0000;".Length)}");
        Assert.Contains("<h1>海南省</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"&#x[0-9A-F]{4};", html);
    }

    private static Task<double> FirstPaint(IPage page) =>
        page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");

    /// <summary>What came over the wire, headers and compression included, by address.</summary>
    private sealed class Loads
    {
        private readonly ConcurrentDictionary<string, string> _addresses = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, double> Bytes { get; } = new(StringComparer.Ordinal);

        public static async Task<Loads> Follow(IPage page)
        {
            var loads = new Loads();
            var session = await page.Context.NewCDPSessionAsync(page);
            session.Event("Network.responseReceived").OnEvent += (_, told) => loads.Named(told!.Value);
            session.Event("Network.loadingFinished").OnEvent += (_, told) => loads.Finished(told!.Value);
            await session.SendAsync("Network.enable");
            return loads;
        }

        private void Named(JsonElement told) => _addresses[told.GetProperty("requestId").GetString()!] = told.GetProperty("response").GetProperty("url").GetString()!;

        private void Finished(JsonElement told)
        {
            if (_addresses.TryGetValue(told.GetProperty("requestId").GetString()!, out var address)) Bytes[address] = told.GetProperty("encodedDataLength").GetDouble();
        }
    }
}
