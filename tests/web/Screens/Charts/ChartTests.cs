using System.Text.RegularExpressions;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>A chart without script: its sentence, its drawing and its table hold the true points.</summary>
public sealed class ChartTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_chart_says_in_a_sentence_what_there_is_to_see()
    {
        var html = await Rendered.Html(SomeChart.Of(ChartKind.Lines, SomeChart.Line(SomeChart.Point(1), SomeChart.Point(2))));

        Assert.Contains("<p id=\"sample-summary\">截至 10:00，受理 12 件。</p>", html, StringComparison.Ordinal);
        Assert.Contains("aria-labelledby=\"sample-title sample-summary\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_point_is_a_gap_in_the_line_and_never_zero()
    {
        var line = SomeChart.Line(SomeChart.Point(4), SomeChart.Point(5), SomeChart.Gap, SomeChart.Point(3), SomeChart.Point(0));

        var drawing = new ChartDrawing(SomeChart.Of(ChartKind.Lines, line));

        Assert.Equal(["M126.6 62.8L255.8 22", "M514.2 103.6L643.4 226"], drawing.Strokes.Select(static stroke => stroke.Path));
        Assert.Equal(4, drawing.Marks.Count);
    }

    [Fact]
    public void The_stretch_to_a_stale_point_is_dotted()
    {
        var line = SomeChart.Line(SomeChart.Point(1), SomeChart.Point(2), SomeChart.Point(3, States.Stale));

        Assert.Equal(["line s0", "line s0 stale"], new ChartDrawing(SomeChart.Of(ChartKind.Lines, line)).Strokes.Select(static stroke => stroke.Class));
    }

    [Fact]
    public void Targets_that_disagree_are_both_straight_rules_with_their_texts()
    {
        var figure = SomeChart.Of(ChartKind.Lines, SomeChart.Line(SomeChart.Point(1), SomeChart.Gap, SomeChart.Point(2)), SomeChart.Target(4), SomeChart.Target(8));

        var rules = new ChartDrawing(figure).Strokes.Where(static stroke => stroke.Class.Contains("rule", StringComparison.Ordinal));

        Assert.Equal(["M62 124H708 4 件", "M62 22H708 8 件"], rules.Select(static rule => $"{rule.Path} {rule.Text}"));
    }

    [Fact]
    public void A_level_is_a_shape_beside_its_colour()
    {
        var line = SomeChart.Line(SomeChart.Point(0), SomeChart.Point(0, level: Levels.Warning), SomeChart.Point(0, level: Levels.Overdue));

        var marks = new ChartDrawing(SomeChart.Of(ChartKind.Lines, line)).Marks;

        Assert.Equal(["mark s0", "mark s0 warning", "mark s0 overdue"], marks.Select(static mark => mark.Class));
        Assert.Equal(3, marks.Select(static mark => Regex.Replace(mark.Path, "M[0-9.]+ [0-9.]+", "", RegexOptions.None, Soon)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Bars_stand_on_zero_and_carry_their_counts()
    {
        var bars = new ChartDrawing(SomeChart.Of(ChartKind.Bars, SomeChart.Line(SomeChart.Point(10), SomeChart.Gap, SomeChart.Point(0)))).Bars;

        Assert.Equal([(22.0, 204.0, "10 件"), (226.0, 0.0, "0 件")], bars.Select(static bar => (bar.Y, bar.Height, bar.Label!)));
    }

    [Fact]
    public async Task A_stale_bar_is_hatched() =>
        Assert.Contains("fill=\"url(#sample-hatch)\"", await Rendered.Html(SomeChart.Of(ChartKind.Bars, SomeChart.Line(SomeChart.Point(3, States.Stale)))), StringComparison.Ordinal);

    [Fact]
    public async Task Geometry_stands_in_attributes_and_no_style_is_written() =>
        Assert.DoesNotContain("style=", await Rendered.Html(SomeChart.Of(ChartKind.Lines, SomeChart.Line(SomeChart.Point(1), SomeChart.Point(2)))), StringComparison.Ordinal);

    [Fact]
    public async Task Every_state_is_in_the_table_as_it_is_printed()
    {
        var line = SomeChart.Line(SomeChart.Point(0), SomeChart.Point(3, States.Stale), SomeChart.Gap, new ChartPoint(null, "未上报", States.NotReporting), new ChartPoint(null, "不适用", States.NotApplicable));

        var html = await Rendered.Html(SomeChart.Of(ChartKind.Lines, line));
        var cells = Regex.Matches(html, "data-s=\"(?<state>[a-zA-Z]+)\"[^>]*>(?<text>[^<]+)<", RegexOptions.ExplicitCapture, Soon).Select(static cell => $"{cell.Groups["state"].Value} {cell.Groups["text"].Value}");

        Assert.Equal(["ok 0 件", "stale 3 件", "noData —", "notReporting 未上报", "notApplicable 不适用"], cells);
    }

    [Fact]
    public async Task A_heat_map_is_a_table_with_the_printed_text_in_each_field()
    {
        var html = await Rendered.Html(SomeChart.Of(ChartKind.Matrix, SomeChart.Line(SomeChart.Point(0), SomeChart.Point(50), SomeChart.Point(100), SomeChart.Gap)));
        var cells = Regex.Matches(html, "<td class=\"n\"( data-heat=\"(?<heat>[0-9])\")?><span[^>]*>(?<text>[^<]+)<", RegexOptions.ExplicitCapture, Soon).Select(static cell => $"{cell.Groups["heat"].Value} {cell.Groups["text"].Value}");

        Assert.Equal(["0 0 件", "3 50 件", "6 100 件", " —"], cells);
        Assert.DoesNotContain("chart-data", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_without_any_point_says_so() =>
        Assert.Contains("尚无可画的数据", await Rendered.Html(SomeChart.Of(ChartKind.Bars, SomeChart.Line())), StringComparison.Ordinal);

    [Fact]
    public void Texts_that_could_end_the_block_of_data_are_escaped()
    {
        var line = SomeChart.Line(new ChartPoint(0.0004, "<0.1%</script>"));

        Assert.DoesNotContain("</script>", ChartData.ToJson(SomeChart.Of(ChartKind.Lines, line)), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_rates_are_round_and_printed_and_hold_all_values()
    {
        Assert.Equal(["99.0%", "99.2%", "99.4%", "99.6%", "99.8%", "100.0%"], ChartTicks.Rates([1.0, null]).Select(static tick => tick.Text));
        Assert.Equal(["98.6%", "98.8%", "99.0%", "99.2%", "99.4%", "99.6%"], ChartTicks.Rates([0.987, 0.9955, null]).Select(static tick => tick.Text));
        Assert.Equal(["0", "500", "1,000", "1,500"], ChartTicks.Counts([3, 1_234, null]).Select(static tick => tick.Text));
        Assert.Equal(["0", "1"], ChartTicks.Counts([null]).Select(static tick => tick.Text));
    }
}
