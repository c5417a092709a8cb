using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Testing;

namespace OpsBoard.Web.Screens;

public sealed class IndicatorTableTests
{
    [Fact]
    public async Task An_indicator_stands_with_its_parts_its_standing_and_every_target()
    {
        var usage = SomeIndicators.Packed("zero-trip-usage-items", (Counter.ItemsZeroTripUsed, 51), (Counter.ItemsZeroTrip, 245), (Counter.ItemsListed, 445));

        Assert.StartsWith(
            "零跑动可办事项使用率（事项口径） 20.8% 51 / 245 ■ 未达标 ≥ 70% 2023年度目标（文件一） ■ 未达标 ≥ 85% 2023年度目标（文件二） ■ 未达标",
            await Row(usage),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_without_its_catalogue_says_why_it_does_not_apply() =>
        Assert.StartsWith("零跑动可办率 不适用 0 / 0 未导入事项目录", await Row(SomeIndicators.Packed("zero-trip-items")), StringComparison.Ordinal);

    [Fact]
    public async Task A_flow_above_the_whole_says_that_it_may_be() =>
        Assert.StartsWith("当期办结/受理比 101.3% 2,221 / 2,191 含往期件，可超过 100%", await Row(SomeIndicators.Packed("completion-flow", (Counter.Completed, 2221), (Counter.Accepted, 2191))), StringComparison.Ordinal);

    // The texts of the one row, as a reader meets them.
    private static async Task<string> Row(IndicatorValue value)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Words"] = Words.Zh,
            ["Values"] = new[] { value },
            ["AsOf"] = "截至 10:42:05",
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<IndicatorTable>(parameters)).ToHtmlString());
        var body = WebUtility.HtmlDecode(Regex.Replace(html[html.IndexOf("<tbody>", StringComparison.Ordinal)..], "<[^>]+>", " ", RegexOptions.None, TimeSpan.FromMinutes(1)));
        return Regex.Replace(body, "\\s+", " ", RegexOptions.None, TimeSpan.FromMinutes(1)).Trim();
    }
}
