using System.Globalization;
using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>One unit's value as a row: what ranking, lagging and assessment have in common, in JSON and in CSV.</summary>
internal static class IndicatorRow
{
    public static readonly string[] Header = ["unit", "name", "indicator", "numerator", "denominator", "printed", "state", "status", "asOf", "definitionVersion"];

    public static void Write(Utf8JsonWriter json, IndicatorValue value, Wording name)
    {
        json.WriteString("unit", value.Unit.ToString());
        IndicatorFormat.Write(json, "name", name);
        IndicatorFormat.WriteValue(json, value);
        var text = IndicatorText.Of(value);
        IndicatorFormat.Write(json, "printed", new Wording(text.Zh, text.En));
    }

    /// <summary>Without a usable value only the state is said: an empty cell is not a 0.</summary>
    public static IEnumerable<string?> Cells(IndicatorValue value, Wording name, DateTimeOffset asOf) =>
    [
        value.Unit.ToString(),
        name.Zh,
        value.Indicator.Id,
        value.Value is null ? null : Plain(value.ShownNumerator),
        value.Value is null || value.Denominator is not { } denominator ? null : Plain(denominator),
        value.Value is null ? null : IndicatorText.Of(value).Zh,
        IndicatorFormat.Word(value.State),
        IndicatorFormat.Word(value.Status),
        JsonBody.Stamp(asOf),
        Plain(value.Indicator.Version),
    ];

    public static string? Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Plain(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What an answer begins with: what was asked, and of which time the figures are.</summary>
    public static void WriteHead(Utf8JsonWriter json, UnitPath scope, string period, ScopeFigures figures)
    {
        json.WriteString("scope", scope.ToString());
        json.WriteString("period", period);
        json.WriteString("firstDay", figures.First.ToString());
        json.WriteString("lastDay", figures.Last.ToString());
        json.WriteString("asOf", JsonBody.Stamp(figures.AsOf));
    }

    public static void WriteIndicator(Utf8JsonWriter json, Indicator indicator)
    {
        json.WriteString("indicator", indicator.Id);
        IndicatorFormat.Write(json, "name", indicator.Name);
        json.WriteNumber("definitionVersion", indicator.Version);
    }
}
