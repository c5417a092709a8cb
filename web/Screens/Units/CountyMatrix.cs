using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>条块: one indicator of each department of each county of a province, rolled up from the windows as the grains do it.</summary>
internal sealed class CountyMatrix(Attendance attendance, IndicatorBodies indicators, Printed printed)
{
    private Roster Roster => attendance.Roster;

    public ChartFigure Of(UnitPath province, WindowReading reading, Indicator metric, Words words)
    {
        var counties = Roster.ChildrenOf(province).Select(static unit => unit.Path).ToList();
        var rows = counties.ConvertAll(county => DepartmentsOf(county, reading));
        // A line (条) is what more than one county has; the service points of a township stand on the page of their county.
        var names = rows.SelectMany(static row => row.Keys).GroupBy(static name => name, StringComparer.Ordinal).Where(static name => name.Skip(1).Any()).Select(static name => name.Key).ToList();
        var series = counties.Zip(rows, (county, row) => new ChartSeries(words.Of(Roster.ShortNameOf(county)), [.. names.Select(name => PointOf(row.GetValueOrDefault(name), metric, words))])).ToList();
        return new ChartFigure(
            "county-matrix",
            ChartKind.Matrix,
            UnitWords.For(words).Matrix.Replace("{indicator}", words.Of(metric.Name), StringComparison.Ordinal),
            SummaryOf(counties.Count, names.Count, series, words),
            UnitWords.For(words).CountyAndDepartment,
            words.Of(metric.Name),
            [.. names.Select(name => NameOf(name, rows, words))],
            series)
        {
            DefinitionVersion = metric.Version,
        };
    }

    private Dictionary<string, Contribution> DepartmentsOf(UnitPath county, WindowReading reading)
    {
        var rollUp = new RollUp(county, attendance, BusinessDay.Of(reading.AtMs), reading.AtMs);
        rollUp.Load(reading.Windows.Where(window => county.Contains(window.Window)), reading.AtMs);
        return rollUp.Board(reading.AtMs).Children.ToDictionary(static department => department.Unit.Name, StringComparer.Ordinal);
    }

    // A county that has no such department has nothing to be judged by.
    private ChartPoint PointOf(Contribution? department, Indicator metric, Words words)
    {
        if (department is null) return new(null, "", States.NotApplicable);
        var value = Evaluation.Of(metric, indicators.Live(department, printed.FreshnessOf(department, department.AtMs)));
        return IndicatorPoint.Of(value, words, $"/units/{department.Unit}");
    }

    private string NameOf(string name, IEnumerable<Dictionary<string, Contribution>> rows, Words words) =>
        words.Of(Roster.ShortNameOf(rows.First(row => row.ContainsKey(name))[name].Unit));

    private static string SummaryOf(int counties, int departments, IEnumerable<ChartSeries> series, Words words) => UnitWords.For(words).MatrixSummary
        .Replace("{counties}", Print.Digits(counties), StringComparison.Ordinal)
        .Replace("{departments}", Print.Digits(departments), StringComparison.Ordinal)
        .Replace("{behind}", Print.Digits(series.Sum(static row => row.Points.Count(static point => point.Level == Levels.Behind))), StringComparison.Ordinal);
}
