using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>The block of JSON from which the module draws a figure: values, printed texts and nothing to be worked out.</summary>
internal static class ChartData
{
    // Chinese stays readable; what could end the script element is escaped all the same.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string ToJson(ChartFigure figure)
    {
        var scale = new ChartScale(figure);
        return JsonSerializer.Serialize(
            new
            {
                kind = figure.Kind == ChartKind.Bars ? "bars" : "lines",
                figure.Across,
                scale.Low,
                scale.High,
                ticks = scale.Ticks.Select(static tick => new { at = tick.At, text = tick.Text }),
                series = figure.Series.Select(static series => new
                {
                    series.Name,
                    series.IsReference,
                    series.IsRule,
                    values = series.Points.Select(static point => point.Value),
                    texts = series.Points.Select(static point => point.Text),
                    states = series.Points.Select(static point => point.State),
                    signs = series.Points.Select(static point => point.Level),
                }),
            },
            Options);
    }
}
