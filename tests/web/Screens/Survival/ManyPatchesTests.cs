using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>A wall hangs for weeks, so it must not grow: acceptance A4 in short.</summary>
public sealed class ManyPatchesTests(ScreenHost host, Browser browser, ITestOutputHelper output) : IClassFixture<ScreenHost>
{
    private const double Megabyte = 1024 * 1024;

    private static readonly int Patches = RunSize.Of(usual: 3_000, @long: 30_000);

    [Fact]
    public async Task Thousands_of_patches_leave_heap_nodes_and_listeners_as_they_were()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", 1920, 1080);
        await page.SettledAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");

        await Push(page, Patches / 3);
        var (first, elements) = (await Measure(session), await Elements(page));
        await Push(page, Patches * 2 / 3);
        var last = await Measure(session);

        output.WriteLine($"heap {first.Heap / Megabyte:0.0} MB, then {last.Heap / Megabyte:0.0} MB; {last.Nodes} nodes, {last.Listeners} listeners");
        Assert.InRange(last.Heap, 0, first.Heap + 2 * Megabyte);
        Assert.Equal((elements, first.Listeners), (await Elements(page), last.Listeners));
        // Texts such as an age come and go, each with a node of its own: some more or fewer is no growth.
        Assert.InRange(last.Nodes, 0, first.Nodes + 20);
        await page.Context.CloseAsync();
    }

    private async Task Push(IPage page, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var text = (i % 977).ToString(CultureInfo.InvariantCulture);
            await host.Feed.Patch("hainan", i % 2 == 0 ? "hainan/wenchang.overdue" : "hainan/sanya.accepted", new Shown(text, text, States.Ok));
        }

        await page.WaitForSelectorAsync($"body[data-version='{host.Frames["hainan"].Version}']", new() { Timeout = 120_000 });
    }

    private static Task<int> Elements(IPage page) => page.EvaluateAsync<int>("() => document.querySelectorAll('*').length");

    private static async Task<Footprint> Measure(ICDPSession session)
    {
        // Nodes that were let go are freed by the collection after the one that finds them.
        for (var i = 0; i < 3; i++) await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(static metric => metric.GetProperty("name").GetString()!, static metric => metric.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        return new Footprint(metrics["JSHeapUsedSize"], metrics["Nodes"], metrics["JSEventListeners"]);
    }

    private sealed record Footprint(double Heap, double Nodes, double Listeners);
}
