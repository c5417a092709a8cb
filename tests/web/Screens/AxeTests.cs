using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens;

/// <summary>No violation of any rule of axe-core on any page.</summary>
public sealed class AxeTests(ProvinceAtTen province, Browser browser)
{
    // Every violation with the first of its nodes and what is wrong there, so that the message alone says what to mend.
    private const string Violations =
        """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
          return found.violations.flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${n.target.join(' ')} · ${n.html.slice(0, 160)} · ${n.failureSummary.replace(/\s+/g, ' ')}`));
        }
        """;

    private static readonly Lazy<Task<string>> Axe = new(static () => File.ReadAllTextAsync(Path.Combine(Corpora.Repository(), "node_modules", "axe-core", "axe.min.js")));

    public static TheoryData<string, string> Pages => EveryPageInBothLanguages.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_violates_no_rule_of_accessibility(string address, string language)
    {
        var page = await browser.Open(await province.Address() + address, 1920, 1080, script: true, language);
        await page.SettledAsync();

        // Evaluated by the debugger, so the page's content policy neither hinders it nor has to be lifted.
        await page.EvaluateAsync(await Axe.Value);
        var violations = await page.EvaluateAsync<string[]>(Violations);

        Assert.True(violations.Length == 0, string.Join('\n', violations));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_rules_are_in_force()
    {
        var page = await browser.Open($"{await province.Address()}/units/hainan", 1920, 1080);
        await page.EvaluateAsync("() => { document.querySelector('h1').remove(); document.querySelector('#pause').textContent = ''; document.documentElement.removeAttribute('lang'); }");

        await page.EvaluateAsync(await Axe.Value);
        var violations = await page.EvaluateAsync<string[]>(Violations);

        Assert.Equal(["button-name", "html-has-lang", "page-has-heading-one"], violations.Select(static violation => violation.Split(' ')[0]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }
}
