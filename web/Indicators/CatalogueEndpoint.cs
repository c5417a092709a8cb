using System.Globalization;
using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary><c>GET /api/v1/indicators</c>: every definition with its formula, source, owner and targets, in both languages.</summary>
internal static class CatalogueEndpoint
{
    private static readonly string[] Header =
        ["id", "nameZh", "nameEn", "definitionZh", "definitionEn", "definitionVersion", "formula", "source", "unit", "periods", "direction", "minimumVolume", "ownerZh", "ownerEn", "targets"];

    public static IResult Read(HttpRequest request, string? format, Catalogue catalogue) => CsvBody.IsWanted(request, format)
        ? CsvBody.Answer(Header, catalogue.All.Select(Row), "indicators.csv")
        : UnitEndpoint.Json(JsonBody.Write(json =>
        {
            json.WriteStartArray("indicators");
            foreach (var indicator in catalogue.All) Write(json, indicator);
            json.WriteEndArray();
        }));

    private static void Write(Utf8JsonWriter json, Indicator indicator)
    {
        json.WriteStartObject();
        json.WriteString("id", indicator.Id);
        IndicatorFormat.Write(json, "name", indicator.Name);
        IndicatorFormat.Write(json, "definition", indicator.Definition);
        json.WriteNumber("definitionVersion", indicator.Version);
        json.WriteString("formula", indicator.Formula);
        json.WriteString("source", indicator.Source);
        json.WriteString("unit", UnitOf(indicator));
        json.WriteStartArray("periods");
        foreach (var period in indicator.Periods) json.WriteStringValue(IndicatorFormat.Word(period));
        json.WriteEndArray();
        json.WriteString("defaultPeriod", IndicatorFormat.Word(indicator.DefaultPeriod));
        json.WriteString("direction", IndicatorFormat.Word(indicator.Direction));
        json.WriteNumber("minimumVolume", indicator.MinimumVolume);
        json.WriteBoolean("mayExceedWhole", indicator.MayExceedWhole);
        json.WriteNumber("riskMargin", indicator.RiskMargin.Cut(6));
        IndicatorFormat.Write(json, "owner", indicator.Owner);
        if (indicator.AppliesWhere is { } condition)
        {
            json.WriteStartObject("appliesWhere");
            json.WriteString("sum", condition.Sum.ToString());
            IndicatorFormat.Write(json, "reason", condition.Reason);
            json.WriteEndObject();
        }

        json.WriteStartArray("targets");
        foreach (var target in indicator.Targets)
        {
            json.WriteStartObject();
            IndicatorFormat.WriteTarget(json, target);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string?> Row(Indicator indicator) =>
    [
        indicator.Id,
        indicator.Name.Zh,
        indicator.Name.En,
        indicator.Definition.Zh,
        indicator.Definition.En,
        Plain(indicator.Version),
        indicator.Formula,
        indicator.Source,
        UnitOf(indicator),
        string.Join(' ', indicator.Periods.Select(IndicatorFormat.Word)),
        IndicatorFormat.Word(indicator.Direction),
        Plain(indicator.MinimumVolume),
        indicator.Owner.Zh,
        indicator.Owner.En,
        string.Join("; ", indicator.Targets.Select(static target => $"{target.Document} {target.Year} {target.Sign} {target.Value.Cut(6).ToString(CultureInfo.InvariantCulture)}")),
    ];

    private static string UnitOf(Indicator indicator) => indicator.IsRate ? "rate" : "count";

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
