using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>A chart as the server writes it.</summary>
internal static class Rendered
{
    public static async Task<string> Html(ChartFigure figure)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Figure"] = figure });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Chart>(parameters)).ToHtmlString());
        return System.Net.WebUtility.HtmlDecode(html);
    }
}
