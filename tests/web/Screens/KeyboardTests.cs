using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>Every page can be gone through with the Tab key alone.</summary>
public sealed class KeyboardTests(ProvinceAtTen province, Browser browser)
{
    // All that can take the focus, in the order of the document, or of the dialog that is open over it; a closed <details> hides what it holds.
    private const string Number =
        """
        () => {
          const root = document.querySelector('dialog:modal') ?? document;
          const all = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(n => n.tabIndex >= 0 && !n.disabled
            && n.type !== 'hidden' && n.checkVisibility({ visibilityProperty: true }));
          window.places = new Map(all.map((n, i) => [n, i]));
          window.looks = new Map(all.map(n => [n, look(n)]));
          function look(n) { const s = getComputedStyle(n); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join(); }
          window.look = look;
          return all.length;
        }
        """;

    // Which element has the focus, and what is wrong with how it is seen.
    private const string Focused =
        """
        () => {
          const n = document.activeElement, place = window.places.get(n) ?? -1;
          if (place < 0) return { place, fault: '' };
          const name = `${n.tagName} ${n.id} ${n.className} "${n.textContent.trim().slice(0, 40)}"`;
          const style = getComputedStyle(n), faults = [];
          if (window.look(n) === window.looks.get(n)) faults.push('looks as without the focus');
          if (Number(style.opacity) < 0.5) faults.push('is transparent');
          const b = n.getBoundingClientRect();
          const left = Math.max(b.left, 0), right = Math.min(b.right, innerWidth), top = Math.max(b.top, 0), bottom = Math.min(b.bottom, innerHeight);
          if (left >= right || top >= bottom) faults.push('is out of sight');
          else {
            const rects = [...n.getClientRects()].filter(r => r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight);
            const seen = rects.some(r => { const hit = document.elementFromPoint(Math.min(innerWidth - 1, (Math.max(r.left, 0) + Math.min(r.right, innerWidth)) / 2), (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2); return hit && (n.contains(hit) || hit.contains(n)); });
            if (!seen) faults.push('is covered');
          }
          return { place, fault: faults.length ? `${name} ${faults.join(', ')}` : '' };
        }
        """;

    // One of each kind: a page with other options holds the same elements, and each takes a real key press.
    public static TheoryData<string> Pages =>
        [.. EveryPage.Addresses.Select(static page => page.Data).Where(static address => !address.Contains("?sort=", StringComparison.Ordinal) && !address.Contains(".indicator:", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_Tab_key_reaches_everything_in_order_is_seen_and_is_never_caught(string address)
    {
        var page = await browser.Open(await province.Address() + address, 1920, 1080);
        await page.SettledAsync();
        var count = await page.EvaluateAsync<int>(Number);

        var steps = await Walk(page, count + 1);

        Assert.Equal(Enumerable.Range(0, count), steps.Take(count).Select(static step => step.Place));
        Assert.Empty(steps.Where(static step => step.Fault.Length > 0).Select(static step => step.Fault));
        // The last step left the page, for the browser's own controls or for its beginning.
        Assert.True(steps[^1].Place is -1 or 0, $"caught at {steps[^1].Place}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wall_is_paused_and_goes_on_by_the_space_bar()
    {
        var page = await browser.Open($"{await province.Address()}/wall/hainan", 1920, 1080);
        await page.SettledAsync();

        await page.Keyboard.PressAsync("Space");
        await page.WaitForSelectorAsync("body[data-paused]");
        var paused = await page.InnerTextAsync("#line");
        await page.Keyboard.PressAsync("Space");

        await page.WaitForSelectorAsync("body:not([data-paused])");
        Assert.StartsWith("已暂停 · 数据停在 10:00", paused, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private const int MostParts = 10;

    private static async Task<List<Step>> Walk(IPage page, int count)
    {
        var steps = new List<Step>();
        var parts = 0;
        while (steps.Count < count)
        {
            await page.Keyboard.PressAsync("Tab");
            var step = await page.EvaluateAsync<Step>(Focused);
            // A field for a date and a time has parts of its own, each of which the key stops at.
            parts = steps.Count > 0 && step.Place == steps[^1].Place ? parts + 1 : 0;
            if (parts is 0 or > MostParts) steps.Add(step);
        }

        return steps;
    }

    internal sealed record Step
    {
        public int Place { get; init; }

        public string Fault { get; init; } = "";
    }
}
