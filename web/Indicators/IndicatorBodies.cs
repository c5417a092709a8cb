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
public sealed class IndicatorBodies(Catalogue catalogue, Roster roster, CountingTerms terms)
{
    private static readonly string[] Headlines = ["on-time", "satisfaction-active", "zero-trip-usage-cases", "zero-trip-usage-items"];

    /// <summary>Rises whenever the catalogue is replaced.</summary>
    public long Revision => catalogue.Revision;

    public Indicator? Find(string id) => catalogue.Find(id);

    public UnitFigures Live(Contribution row, FreshnessState freshness) =>
        Of(row.Unit, Measures.Live(row, roster.Registered(row.Unit)), freshness, row.Cell.Day);

    /// <summary>Of a time that is over: how the unit reports now says nothing about it, all of it was counted.</summary>
    public UnitFigures Over(UnitPath unit, Tally tally, BusinessDay last) =>
        Of(unit, new Measures(tally, default, roster.Registered(unit)), FreshnessState.Live, last);

    /// <summary>By which indicators a span of days is read: one of other days has those of a month.</summary>
    public static IndicatorPeriod PeriodOf(string period) => period switch
    {
        "quarter" => IndicatorPeriod.Quarter,
        "year" => IndicatorPeriod.Year,
        _ => IndicatorPeriod.Month,
    };

    /// <summary>All of the period, in the order of the catalogue.</summary>
    public IEnumerable<IndicatorValue> ValuesOf(UnitFigures figures, IndicatorPeriod period) =>
        catalogue.All.Where(indicator => indicator.Periods.Contains(period)).Select(indicator => Evaluation.Of(indicator, figures));

    public void WriteOwn(Utf8JsonWriter json, UnitFigures figures, IndicatorPeriod period)
    {
        json.WriteStartArray("indicators");
        foreach (var value in ValuesOf(figures, period))
        {
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

    private UnitFigures Of(UnitPath unit, Measures measures, FreshnessState freshness, BusinessDay last) => new(unit, measures, freshness, last)
    {
        Owes = roster.OwesFigures(unit),
        CalendarComplete = terms.For(unit.IsLine ? unit.Province : unit).Calendar.IsComplete(last.Date.Year),
    };

    private IEnumerable<IndicatorValue> HeadlinesOf(UnitFigures figures, IndicatorPeriod period) => Headlines
        .Select(catalogue.Find)
        .OfType<Indicator>()
        .Where(indicator => indicator.Periods.Contains(period))
        .Select(indicator => Evaluation.Of(indicator, figures))
        .Where(static value => value.Value is not null);
}
