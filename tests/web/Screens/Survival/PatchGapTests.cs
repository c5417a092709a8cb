using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>Patches that come twice, in the wrong order or from another relay leave the page with the server's numbers.</summary>
public sealed class PatchGapTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string Key = "hainan/wenchang.overdue";

    // Every version painted and every text of one number, in order.
    private const string Watch =
        """
        () => {
          window.versions = []; window.texts = [];
          new MutationObserver(() => window.versions.push(Number(document.body.dataset.version))).observe(document.body, { attributes: true, attributeFilter: ['data-version'] });
          const number = document.querySelector("[data-k='hainan/wenchang.overdue']");
          new MutationObserver(() => window.texts.push(number.textContent)).observe(number, { subtree: true, characterData: true });
        }
        """;

    [Fact]
    public async Task A_patch_that_comes_twice_changes_nothing_and_asks_for_nothing()
    {
        var page = await Live();
        var subscriptions = host.Feed.Subscriptions;

        var patch = await host.Feed.Patch("hainan", Key, Overdue("21"));
        await host.Feed.Push(patch);
        await host.Feed.Patch("hainan", "hainan/wenchang.dueSoon", Overdue("22"));

        await Shows(page);
        Assert.Equal(subscriptions, host.Feed.Subscriptions);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Patches_in_the_wrong_order_are_made_good_by_a_snapshot_and_no_number_runs_backwards()
    {
        var page = await Live();
        var subscriptions = host.Feed.Subscriptions;

        var first = host.Feed.Cut("hainan", Key, Overdue("31"));
        var second = host.Feed.Cut("hainan", Key, Overdue("32"));
        await host.Feed.Push(second);
        await host.Feed.Push(first);

        await Shows(page);
        var versions = await page.EvaluateAsync<long[]>("() => window.versions");
        // The same one twice is no step back: a busy page may ask for its snapshot at both patches.
        Assert.Equal(versions.Order(), versions);
        Assert.Equal("32", (await page.EvaluateAsync<string[]>("() => window.texts"))[^1]);
        Assert.True(host.Feed.Subscriptions > subscriptions);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_relay_begins_with_a_snapshot_even_if_its_versions_are_lower()
    {
        var page = await Live();
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var frame = host.Frames["hainan"];
        host.Frames["hainan"] = frame with { Epoch = "other", Version = 4, AsOf = host.Clock.GetUtcNow() };
        await host.Feed.Patch("hainan", Key, Overdue("41"));

        await Shows(page);
        Assert.Equal("other", await page.GetAttributeAsync("body", "data-epoch"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_value_that_stays_the_same_renews_the_instant_for_which_it_holds()
    {
        var page = await Live();
        var before = await page.InnerTextAsync("#clock");

        host.Clock.Advance(TimeSpan.FromSeconds(7));
        await host.Feed.Tick("hainan");

        var after = $"截至 {Print.Time(host.Clock.GetUtcNow())}";
        await Assertions.Expect(page.Locator("#clock")).ToHaveTextAsync(after, new() { Timeout = 60_000 });
        Assert.NotEqual(before, after);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_snapshot_of_an_older_instant_is_never_shown()
    {
        var page = await Live();
        var old = host.Feed.Snapshot(host.Frames["hainan"].Scope);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Feed.Patch("hainan", Key, Overdue("51"));
        await Shows(page);

        await host.Feed.PushSnapshot(old);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Feed.Patch("hainan", Key, Overdue("52"));

        await Shows(page);
        Assert.Equal(["51", "52"], await page.EvaluateAsync<string[]>("() => window.texts"), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    private static Shown Overdue(string text) => new(text, text, States.Ok, Levels.Overdue);

    private async Task<IPage> Live()
    {
        var page = await browser.Open($"{host.Address}/units/hainan", 1920, 1080);
        await page.SettledAsync();
        await page.WaitForSelectorAsync($"body[data-version='{host.Frames["hainan"].Version}']");
        await page.EvaluateAsync(Watch);
        return page;
    }

    private async Task Shows(IPage page)
    {
        var frame = host.Frames["hainan"];
        await page.WaitForSelectorAsync($"body[data-epoch='{frame.Epoch}'][data-version='{frame.Version}']");
        var numbers = await page.Numbers();
        Assert.Equal(numbers.NumbersAsIn(frame), numbers, StringComparer.Ordinal);
    }
}
