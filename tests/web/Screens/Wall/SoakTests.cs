using System.Globalization;
using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Wall;

public sealed class SoakTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const int Samples = 30;

    private static readonly int PatchesPerSample = RunSize.Of(usual: 67, @long: 334);

    [Fact]
    public async Task Thousands_of_patches_and_turning_views_leave_no_node_and_no_memory_behind()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan?dwell=5", 1920, 1080);
        await page.WaitForSelectorAsync("body[data-state=live]");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");

        var samples = await Soak(page, session);

        var heap = samples.Select(static sample => sample.Heap).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"heap {string.Join(' ', heap.Select(static bytes => bytes / 1024))} KiB; nodes {samples[0].Nodes} to {samples[^1].Nodes}");
        Assert.True(heap.TakeLast(Samples / 3).Average() <= heap.Take(Samples / 3).Average() + (2 * 1024 * 1024), $"{heap[0]} to {heap[^1]} bytes");
        Assert.Equal(samples[0].Nodes, samples[^1].Nodes);
        await page.Context.CloseAsync();
    }

    private async Task<List<(double Heap, int Nodes)>> Soak(IPage page, ICDPSession session)
    {
        var samples = new List<(double, int)>();
        for (var sample = 0; sample < Samples; sample++)
        {
            for (var patch = 0; patch < PatchesPerSample; patch++)
            {
                var text = ((sample * PatchesPerSample) + patch).ToString(CultureInfo.InvariantCulture);
                await host.Feed.Patch("hainan", "hainan/haikou.accepted", new Shown(text, text, States.Ok));
            }

            await host.Feed.Tick("hainan");
            await page.WaitForSelectorAsync($"body[data-version='{host.Frames["hainan"].Version}']", new() { Timeout = 60_000 });
            await session.SendAsync("HeapProfiler.collectGarbage");
            var used = await session.SendAsync("Runtime.getHeapUsage");
            samples.Add((used!.Value.GetProperty("usedSize").GetDouble(), await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length")));
        }

        return samples;
    }
}
