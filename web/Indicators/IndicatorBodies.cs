using System.Collections.Concurrent;
using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// The <c>indicators</c> of a board's body. A unit has all of the period, with their targets; a child has the headline ones, and of
/// these only those with a value: a province's snapshot goes to every wall, and what a child cannot be judged by is read there.
/// </summary>
internal sealed class IndicatorBodies(Catalogue catalogue, Roster roster)
{
    private static readonly string[] Headlines = ["on-time", "satisfaction-active", "zero-trip-usage-cases", "zero-trip-usage-items"];

    private readonly ConcurrentDictionary<UnitPath, Coverage> _registered = new();

    public UnitFigures Live(Contribution row, FreshnessState freshness) =>
        new(row.Unit, Measures.Live(row, RegisteredIn(row.Unit)), freshness, row.Cell.Day) { Owes = Owes(row.Unit) };

    // The roster does not change while the server runs, and a frame asks for every child.
    public Coverage RegisteredIn(UnitPath unit) => _registered.GetOrAdd(unit, static (unit, roster) => RegisteredUnits.In(unit, roster), roster);

    public bool Owes(UnitPath unit) => roster.Find(unit)?.Reporting ?? true;

    /// <summary>By which indicators a span of days is read: one of other days has those of a month.</summary>
    public static IndicatorPeriod PeriodOf(string period) => period switch
    {
        "quarter" => IndicatorPeriod.Quarter,
        "year" => IndicatorPeriod.Year,
        _ => IndicatorPeriod.Month,
    };

    public void WriteOwn(Utf8JsonWriter json, UnitFigures figures, IndicatorPeriod period)
    {
        json.WriteStartArray("indicators");
        foreach (var indicator in catalogue.All.Where(indicator => indicator.Periods.Contains(period)))
        {
            var value = Evaluation.Of(indicator, figures);
            json.WriteStartObject();
            IndicatorFormat.WriteValue(json, value);
            IndicatorFormat.WriteTargets(json, value.Targets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void WriteChild(Utf8JsonWriter json, UnitFigures figures, IndicatorPeriod period)
    {
        json.WriteStartArray("indicators");
        foreach (var value in HeadlinesOf(figures, period))
        {
            json.WriteStartObject();
            IndicatorFormat.WriteValue(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private IEnumerable<IndicatorValue> HeadlinesOf(UnitFigures figures, IndicatorPeriod period) => Headlines
        .Select(catalogue.Find)
        .OfType<Indicator>()
        .Where(indicator => indicator.Periods.Contains(period))
        .Select(indicator => Evaluation.Of(indicator, figures))
        .Where(static value => value.Value is not null);
}
