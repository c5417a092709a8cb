using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>Real durations are measured and written down, never judged: what they are depends on the machine.</summary>
public sealed class DurationsTests(ProvinceAtTen province, Browser browser, ITestOutputHelper output)
{
    private const int Times = 5;

    private const string FirstPaint = "() => new Promise(done => new PerformanceObserver(list => { const e = list.getEntriesByName('first-contentful-paint')[0]; if (e) done(e.startTime); }).observe({ type: 'paint', buffered: true }))";

    // From the beginning of the navigation until the body calls itself live.
    private const string Live =
        """
        window.live = new Promise(done => {
          const look = () => document.body?.dataset.state === 'live' ? done(performance.now()) : requestAnimationFrame(look);
          look();
        });
        """;

    [Theory]
    [InlineData("/wall/hainan")]
    [InlineData("/units/hainan")]
    public async Task The_time_to_the_first_paint_and_to_truth_is_written_down(string address)
    {
        var (paints, lives) = (new List<double>(), new List<double>());
        while (lives.Count < Times) await Measure(address, paints, lives);

        output.WriteLine($"{address}: first contentful paint {Summary(paints)}, live {Summary(lives)}");
        Assert.All(paints.Zip(lives), static pair => Assert.True(pair.First > 0 && pair.Second > 0));
    }

    private async Task Measure(string address, List<double> paints, List<double> lives)
    {
        var page = await browser.Blank(1920, 1080);
        await page.AddInitScriptAsync(Live);
        await page.GotoAsync(await province.Address() + address);
        lives.Add(await page.EvaluateAsync<double>("() => window.live"));
        paints.Add(await page.EvaluateAsync<double>(FirstPaint));
        await page.Context.CloseAsync();
    }

    private static string Summary(List<double> durations)
    {
        var sorted = durations.Order().ToList();
        return FormattableString.Invariant($"{sorted[0]:0}/{sorted[sorted.Count / 2]:0}/{sorted[^1]:0} ms");
    }
}
