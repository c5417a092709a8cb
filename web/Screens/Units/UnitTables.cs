using System.Globalization;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Screens.Charts;
using OpsBoard.Web.Screens.Sheet;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The tables of a unit's page, row by row as the page shows them: what is printed, the whole numbers behind it, state, instant and version of the definition.</summary>
internal sealed class UnitTables(Words words, Roster roster)
{
    public const string Children = "children";
    /// <summary>Whatever the frame says, also what only walls print: the tables of the twin.</summary>
    public const string Everything = "everything";

    public const string Indicators = "indicators";
    public const string Overdue = "overdue";
    public const string Windows = "windows";

    private static readonly string[] Figure = ["unit", "name", "figure", "numerator", "denominator", "printed", "state", "level", "asOf", "definitionVersion"];

    /// <returns>Null when the page has no such table.</returns>
    public UnitTable? Of(string table, Frame frame, UnitPanels panels) => table switch
    {
        Children => new(Figure, panels.Children.SelectMany(row => ChildColumns.Shown.Select(figure => Row(row, figure, frame)))),
        Everything => new(Figure, EverythingOf(frame)),
        Indicators => IndicatorsOf(panels.Indicators, frame.AsOf),
        Overdue => OverdueOf(panels.Overdue),
        Windows => new(["window", "name", "state", "since", "asOf"], panels.Windows.Select(window => Row(window, panels.WindowsAt))),
        _ => FigureOf(table, panels.Figures, frame.AsOf),
    };

    /// <returns>Null when the page has no such table.</returns>
    public UnitTable? Of(string table, UnitPath unit, PeriodPanels panels) => table switch
    {
        Children => new(Figure, panels.Sums.Children.SelectMany(child => Rows(unit, child, panels.Sums.AsOf))),
        Indicators => IndicatorsOf(panels.Indicators, panels.Sums.AsOf),
        _ => FigureOf(table, panels.Figures, panels.Sums.AsOf),
    };

    private static UnitTable? FigureOf(string table, IEnumerable<ChartFigure> figures, DateTimeOffset asOf) =>
        figures.FirstOrDefault(figure => figure.Id == table) is not { } figure ? null : new(
            ["place", "series", "numerator", "denominator", "printed", "state", "level", "asOf", "definitionVersion"],
            figure.Series.SelectMany(series => figure.Across.Zip(series.Points, (place, point) => Row(place, series.Name, point, asOf, Plain(figure.DefinitionVersion) ?? Rules))));

    private static IEnumerable<string?> Row(string place, string series, ChartPoint point, DateTimeOffset asOf, string version) =>
        [place, series, Plain(point.Numerator), Plain(point.Denominator), point.Text, point.State, point.Level, JsonBody.Stamp(asOf), version];

    private IEnumerable<string?> Row(ChildRow row, string figure, Frame frame)
    {
        var shown = frame.Shown.GetValueOrDefault(Figures.Key(row.Unit, figure), new Shown("—", "—", States.NoData));
        var parts = row.Parts[figure];
        return [row.Unit.ToString(), words.Of(roster.NameIn(frame.Scope, row.Unit)), figure, Plain(parts.Numerator), Plain(parts.Denominator), words.Of(shown), shown.State, shown.Level, JsonBody.Stamp(frame.AsOf), Rules];
    }

    private IEnumerable<IEnumerable<string?>> EverythingOf(Frame frame)
    {
        var units = frame.Board.Children.Prepend(frame.Board.Own).ToDictionary(static row => row.Unit);
        foreach (var (key, shown) in frame.Shown.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (SheetKey.Parse(key) is not var (unit, figure)) continue;
            var parts = units.TryGetValue(unit, out var row) ? FigureParts.Of(row, figure, shown, frame.AsOf.ToUnixTimeMilliseconds()) : default;
            yield return [unit.ToString(), words.Of(roster.NameIn(frame.Scope, unit)), figure, Plain(parts.Numerator), Plain(parts.Denominator), words.Of(shown), shown.State, shown.Level, JsonBody.Stamp(frame.AsOf), Rules];
        }
    }

    private IEnumerable<IEnumerable<string?>> Rows(UnitPath scope, KeyValuePair<UnitPath, Tally> child, DateTimeOffset asOf) => SumColumns.All.Zip(
        SumColumns.Of(child.Value, roster.Find(child.Key)?.Reporting ?? true),
        (figure, shown) =>
        {
            var parts = FigureParts.Of(SumColumns.RowOf(child.Key, child.Value), figure, shown, atMs: 0);
            return (IEnumerable<string?>)[child.Key.ToString(), words.Of(roster.NameIn(scope, child.Key)), figure, Plain(parts.Numerator), Plain(parts.Denominator), words.Of(shown), shown.State, shown.Level, JsonBody.Stamp(asOf), Rules];
        });

    private static UnitTable IndicatorsOf(IEnumerable<IndicatorValue> values, DateTimeOffset asOf) =>
        new(IndicatorRow.Header, values.Select(value => IndicatorRow.Cells(value, value.Indicator.Name, asOf)));

    private UnitTable OverdueOf(OverdueCases overdue) => new(
        ["window", "name", "case", "acceptedAt", "dueAt", "legalDueAt", "promisedWorkingDays", "legalWorkingDays", "usedWorkingDays", "overdueWorkingDays", "suspended", "asOf", "definitionVersion"],
        overdue.Worst.Select(open => (IEnumerable<string?>)
        [
            open.Window.ToString(), words.Of(roster.NameOf(open.Window)), open.Case, Rfc3339.Write(open.SinceMs), Rfc3339.Write(open.DueMs), open.LegalDueMs is { } legal ? Rfc3339.Write(legal) : null,
            Plain(open.PromisedDays), Plain(open.LegalDays), Plain(open.UsedDays), Plain(open.LateDays), open.IsSuspended ? "true" : "false", Rfc3339.Write(open.AtMs), Rules,
        ]));

    private IEnumerable<string?> Row(WindowStatus window, DateTimeOffset at) =>
        [window.Window.ToString(), words.Of(roster.NameOf(window.Window)), window.State, window.SinceMs is { } since ? Rfc3339.Write(since) : null, JsonBody.Stamp(at)];

    private static string Rules => Plain(CountingTerms.RulesVersion)!;

    private static string? Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
