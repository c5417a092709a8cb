using System.Net;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>A result as one HTML page that needs nothing beside it: the charts, drawn by Plotly, which stands in the page, the table and the verdicts.</summary>
internal static class ResultPage
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums } th, td { border-bottom: 1px solid #ccc; padding: .3rem .7rem; text-align: right; white-space: nowrap }
        th:first-child, td:first-child { text-align: left } .wide { overflow-x: auto } .chart { height: 26rem } code { overflow-wrap: anywhere }
        """;

    private const string Draw = """
        for (const [index, chart] of JSON.parse(document.getElementById('charts').textContent).entries()) {
          const traces = chart.series.map(one => ({ name: one.name, x: one.x, y: one.y, type: chart.isCourse ? 'scatter' : 'bar', mode: 'lines', error_y: one.above.length ? { type: 'data', symmetric: false, array: one.above, arrayminus: one.below } : undefined }));
          const axis = title => ({ title: { text: title }, automargin: true });
          Plotly.newPlot('chart-' + index, traces, { title: { text: chart.title }, xaxis: axis(chart.axisX), yaxis: { ...axis(chart.axisY), rangemode: 'tozero' }, margin: { t: 48 } }, { responsive: true, displaylogo: false });
        }
        """;

    /// <param name="charts">The source of Plotly.</param>
    public static void Write(LoadReport report, string charts, TextWriter output)
    {
        output.Write($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>OpsBoard: {Text(report.Mode)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<h1>Load: {Text(report.Mode)}</h1>\n");
        output.Write($"<p><code>{Text(report.Command)}</code></p>\n<p>{Text($"{report.BeganAt:yyyy-MM-dd HH:mm} UTC; {report.Machine}; {report.Result.Cores}{(report.Repeat > 1 ? $"; min / median / max of {report.Repeat}" : "")}")}</p>\n");
        for (var i = 0; i < report.Result.Charts.Length; i++) output.Write($"<div class=\"chart\" id=\"chart-{i}\" role=\"img\" aria-label=\"{Text(report.Result.Charts[i].Title)}\"></div>\n");
        WriteTable(new ResultTable(report.Result.Lines), output);
        output.Write("<ul>\n");
        foreach (var verdict in report.Result.Verdicts) output.Write($"<li><strong>{Text(verdict.Word)}</strong> {Text(verdict.Text)}</li>\n");
        output.Write("</ul>\n");
        // The serializer escapes what could end the element; in a script of somebody else it can stand in texts alone, where the stroke changes nothing.
        output.Write($"<script type=\"application/json\" id=\"charts\">{JsonSerializer.Serialize(report.Result.Charts, JsonSerializerOptions.Web)}</script>\n");
        output.Write($"<script>{charts.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>\n<script>{Draw}</script>\n</body>\n</html>\n");
    }

    private static void WriteTable(ResultTable table, TextWriter output)
    {
        output.Write("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var cell in table.Head) output.Write($"<th scope=\"col\">{Text(cell)}</th>");
        output.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows) output.Write($"<tr>{string.Concat(row.Select(static cell => $"<td>{Text(cell)}</td>"))}</tr>\n");
        output.Write("</tbody>\n</table></div>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
