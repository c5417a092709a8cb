using System.Globalization;
using System.Text;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>Where everything of a figure of bars or lines stands, in the units of the view box. It draws the points as they are: a gap stays a gap.</summary>
internal sealed class ChartDrawing
{
    public const int Width = 720;
    public const int Height = 260;
    public const double Left = 62;
    public const double Right = 708;
    public const double Bottom = 226;

    private const double Top = 22;

    // With more points than these, dots would hide the line.
    private const int MostDots = 40;
    private const double BarShare = 0.72;

    private readonly ChartFigure _figure;
    private readonly ChartScale _scale;
    private readonly double _slot;

    public ChartDrawing(ChartFigure figure)
    {
        (_figure, _scale) = (figure, new ChartScale(figure));
        _slot = (Right - Left) / Math.Max(1, figure.Across.Count);
        Up = [.. _scale.Ticks.Select(tick => new ChartLabel(Y(tick.At), tick.Text))];
        Across = [.. ChartAxis.Labelled(figure.Across, _slot).Select(place => new ChartLabel(X(place), figure.Across[place]))];
        var own = figure.Series.Where(static series => !series.IsReference).ToList();
        var references = figure.Series.Where(static series => series.IsReference).ToList();
        var lines = figure.Kind == ChartKind.Lines ? own : [];
        Bars = figure.Kind == ChartKind.Bars ? [.. own.SelectMany((series, place) => BarsOf(series, place, own.Count))] : [];
        Strokes = [.. references.SelectMany(ReferenceOf), .. lines.SelectMany(LinesOf)];
        Marks = [.. lines.SelectMany(MarksOf)];
    }

    public bool IsEmpty => _scale.IsEmpty;

    public IReadOnlyList<ChartLabel> Up { get; }

    public IReadOnlyList<ChartLabel> Across { get; }

    public IReadOnlyList<ChartBar> Bars { get; }

    public IReadOnlyList<ChartStroke> Strokes { get; }

    public IReadOnlyList<ChartMark> Marks { get; }

    /// <summary>A number as an attribute of the drawing.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double X(int place) => Left + ((place + 0.5) * _slot);

    private double Y(double value) => Bottom - ((value - _scale.Low) / (_scale.High - _scale.Low) * (Bottom - Top));

    private string TitleOf(ChartSeries series, int place) => $"{_figure.Across[place]} {series.Name} {series.Points[place].Text}";

    private IEnumerable<ChartBar> BarsOf(ChartSeries series, int among, int count)
    {
        var width = _slot * BarShare / count;
        var base0 = Y(Math.Clamp(0, _scale.Low, _scale.High));
        for (var place = 0; place < series.Points.Count; place++)
        {
            var point = series.Points[place];
            if (point.Value is not { } value) continue;
            var (x, y) = (X(place) - (_slot * BarShare / 2) + (among * width), Y(value));
            var label = ChartShapes.SignOf(point.Level) + point.Text;
            var fits = ChartAxis.WidthOf(label) < (count == 1 ? _slot : width) + 2;
            yield return new(
                Classes("bar", $"s{among}", point.Level),
                x,
                Math.Min(y, base0),
                width,
                Math.Abs(y - base0),
                point.State == States.Stale,
                TitleOf(series, place),
                fits ? label : ChartShapes.SignOf(point.Level));
        }
    }

    private IEnumerable<ChartStroke> ReferenceOf(ChartSeries series, int among)
    {
        if (!series.IsRule) return Runs(series, Classes("reference", $"r{among}", null));
        var y = Y(series.Points[0].Value!.Value);
        return [new(Classes("reference rule", $"r{among}", null), Path($"M{Left:0.#} {y:0.#}H{Right:0.#}"), series.Points[0].Text, y - 4)];
    }

    private IEnumerable<ChartStroke> LinesOf(ChartSeries series, int among) => Runs(series, $"line s{among}");

    // A stretch is dotted when either of its ends is stale; where a point is missing, nothing is drawn on either side.
    private IEnumerable<ChartStroke> Runs(ChartSeries series, string name)
    {
        var path = new StringBuilder();
        var isStale = false;
        for (var place = 1; place < series.Points.Count; place++)
        {
            var (from, to) = (series.Points[place - 1], series.Points[place]);
            var isDrawn = from.Value is not null && to.Value is not null;
            var stale = from.State == States.Stale || to.State == States.Stale;
            if (path.Length > 0 && (!isDrawn || stale != isStale)) yield return Take();
            if (!isDrawn) continue;
            isStale = stale;
            if (path.Length == 0) path.Append(Path($"M{X(place - 1):0.#} {Y(from.Value!.Value):0.#}"));
            path.Append(Path($"L{X(place):0.#} {Y(to.Value!.Value):0.#}"));
        }

        if (path.Length > 0) yield return Take();

        ChartStroke Take()
        {
            var stroke = new ChartStroke(isStale ? $"{name} stale" : name, path.ToString());
            path.Clear();
            return stroke;
        }
    }

    private IEnumerable<ChartMark> MarksOf(ChartSeries series, int among)
    {
        for (var place = 0; place < series.Points.Count; place++)
        {
            var point = series.Points[place];
            if (point.Value is not { } value || !(point.Level is not null || series.Points.Count <= MostDots || IsAlone(series, place))) continue;
            yield return new(Classes("mark", $"s{among}", point.Level), ChartShapes.Of(point.Level, among, X(place), Y(value)), TitleOf(series, place));
        }
    }

    private static bool IsAlone(ChartSeries series, int place) =>
        (place == 0 || series.Points[place - 1].Value is null) && (place == series.Points.Count - 1 || series.Points[place + 1].Value is null);

    private static string Classes(string kind, string series, string? level) => level is null ? $"{kind} {series}" : $"{kind} {series} {level}";

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
