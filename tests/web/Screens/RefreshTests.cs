using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>Live regions: what the server derives is carried over from a newer printing of the same page.</summary>
public sealed class RefreshTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string FiveHundred = """
        async ([build, first, second]) => {
          const { Refresher, pagePorts } = await import(`/a/${build}/js/refresh.js`);
          const own = JSON.parse(document.getElementById('page').textContent);
          let [now, texts, taken] = [0, [first, second], 0];
          const ports = pagePorts({ now: () => now, may: () => true, holds: () => false, changed: () => {} });
          const answer = (text) => ({ status: 200, headers: new Headers(), text: async () => text });
          const refresher = new Refresher({ ...own, epoch: 'none' }, { ...ports, fetch: async () => answer(texts[taken % 2]) });
          for (let i = 0; i < 500; i++) {
            refresher.painted({ epoch: `e${i}`, version: 1, asOf: 0 });
            now += 10_000;
            if (await refresher.look()) taken++;
          }
          return taken;
        }
        """;

    [Fact]
    public async Task Rows_follow_the_order_of_the_server_and_the_focus_stays_where_it_is()
    {
        var region = await RegionPage.Open(host, browser, RegionPage.Rows("a", "b", "c"));
        await region.Page.FocusAsync("#c");
        await region.Page.EvaluateAsync("() => { document.activeElement.mark = 'mine'; }");

        region.Region = RegionPage.Rows("c", "x", "a");
        await region.Change();
        await region.Reads("c x a");

        Assert.Equal("mine", await region.Page.EvaluateAsync<string>("() => document.activeElement.mark"));
        await region.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_was_in_a_row_that_went_away_stays_in_its_list()
    {
        var region = await RegionPage.Open(host, browser, RegionPage.Rows("a", "b", "c"));
        await region.Page.FocusAsync("#b");

        region.Region = RegionPage.Rows("a", "c");
        await region.Change();
        await region.Reads("a c");

        Assert.Equal("a", await region.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await region.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_older_than_what_is_shown_is_dropped()
    {
        var region = await RegionPage.Open(host, browser, RegionPage.Rows("a", "b"));
        (region.Region, region.Older) = (RegionPage.Rows("old"), TimeSpan.FromMinutes(1));
        await region.Change();
        var kept = await region.Text();

        (region.Region, region.Older) = (RegionPage.Rows("new"), TimeSpan.Zero);
        await region.Reads("new");

        Assert.Equal("a b", kept);
        await region.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_number_in_a_new_row_is_the_one_that_the_screen_was_told()
    {
        var region = await RegionPage.Open(host, browser, RegionPage.Rows("a"));
        await host.Feed.Patch("hainan", "hainan/wenchang.overdue", new Shown("7", "7", States.Ok, Levels.Overdue));

        region.Region = "<p>超期 <span class=\"num\" data-k=\"hainan/wenchang.overdue\" data-s=\"ok\">1</span></p>";
        await region.Change();

        await region.Reads("超期 7");
        Assert.Equal("overdue", await region.Page.GetAttributeAsync("[data-live=rows] .num", "data-l"));
        await region.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_paused_page_keeps_its_regions_until_it_goes_on()
    {
        var region = await RegionPage.Open(host, browser, RegionPage.Rows("a"));
        await region.Page.ClickAsync("#pause");
        region.Region = RegionPage.Rows("b");
        await host.Feed.Patch("hainan", "hainan/wenchang.waiting", new Shown("1", "1", States.Ok));
        var paused = await region.Text();

        await region.Page.ClickAsync("#pause");

        await region.Reads("b");
        Assert.Equal("a", paused);
        await region.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Five_hundred_refreshes_leave_no_node_behind()
    {
        var region = await RegionPage.Open(host, browser, RegionPage.Rows("a", "b", "c"));
        var first = region.Shown;
        var html = await region.Page.Context.APIRequest.GetAsync($"{host.Address}/m/hainan");
        region.Region = RegionPage.Rows("c", "x", "y", "a");
        var second = region.Printed(await html.TextAsync());
        var cdp = await region.Page.Context.NewCDPSessionAsync(region.Page);
        // The page's own refresher rests, so that none of its answers comes in between.
        await region.Page.ClickAsync("#pause");
        await region.Page.EvaluateAsync<int>(FiveHundred, new[] { BuildIdentity.Current.Id, second, first });
        var before = await Nodes(cdp);

        var taken = await region.Page.EvaluateAsync<int>(FiveHundred, new[] { BuildIdentity.Current.Id, second, first });

        Assert.Equal(500, taken);
        Assert.Equal("a b c", await region.Text());
        var after = await Nodes(cdp);
        // A text that comes and goes is one node, and a line that is opened meanwhile has listeners; a leak would be five hundred.
        Assert.InRange(after.Nodes, 0, before.Nodes + 10);
        Assert.InRange(after.Listeners, 0, before.Listeners + 10);
        await region.Page.Context.CloseAsync();
    }

    private static async Task<(int Nodes, int Listeners)> Nodes(ICDPSession cdp)
    {
        await cdp.SendAsync("HeapProfiler.collectGarbage");
        var counted = await cdp.SendAsync("Memory.getDOMCounters");
        return (counted!.Value.GetProperty("nodes").GetInt32(), counted.Value.GetProperty("jsEventListeners").GetInt32());
    }
}
