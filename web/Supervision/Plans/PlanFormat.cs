using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Plans;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Plans;

/// <summary>Targets by month and quarter as JSON, and as a table with one row for each period.</summary>
internal static class PlanFormat
{
    public static readonly ImmutableArray<string> Header =
    [
        "plan", "nameZh", "nameEn", "unit", "indicator", "milestone", "year", "target", "comparison", "document", "period", "wanted", "numerator", "denominator", "value", "qualifier", "standing",
        "time", "quantity", "quality", "qualityValue", "figureDocument", "figureOn", "asOf",
    ];

    public static ReadOnlyMemory<byte> Write(PlanReading reading) => JsonBody.Write(json =>
    {
        json.WriteString("scope", $"{reading.Scope}");
        json.WriteString("asOf", JsonBody.Stamp(reading.AsOf));
        json.WriteNumber("year", reading.Year);
        json.WriteStartArray("targets");
        foreach (var progress in reading.Plans) Write(json, progress);
        json.WriteEndArray();
    });

    public static IEnumerable<IEnumerable<string?>> Rows(PlanReading reading) => reading.Plans.SelectMany(progress => progress.Cells.Select(cell => Row(progress.Plan, cell, reading.AsOf)));

    private static IEnumerable<string?> Row(TargetPlan plan, PlanCell cell, DateTimeOffset asOf) =>
    [
        plan.Id, plan.Name.Zh, plan.Name.En, $"{plan.Unit}", plan.Indicator, plan.Milestone, Number(plan.Year), plan.Target is { } target ? Number(target) : "all", Sign(plan.IsAtMost), plan.Document,
        $"{cell.Period}", Number(cell.Wanted), Number(cell.Amount?.Numerator), Number(cell.Amount?.Denominator), Number(cell.Amount?.Value), cell.Amount is { } amount ? MilestoneQualifiers.WordOf(amount.Qualifier) : null,
        IndicatorFormat.Word(cell.Standing), LedgerFormat.Word(cell.Time), LedgerFormat.Word(cell.Quantity), LedgerFormat.Word(cell.Quality), Number(cell.QualityValue),
        cell.Amount?.Document, cell.Amount?.On.ToString(), JsonBody.Stamp(asOf),
    ];

    private static void Write(Utf8JsonWriter json, PlanProgress progress)
    {
        var plan = progress.Plan;
        json.WriteStartObject();
        json.WriteString("plan", plan.Id);
        IndicatorFormat.Write(json, "name", plan.Name);
        json.WriteString("unit", $"{plan.Unit}");
        if (plan.Indicator is { } indicator) json.WriteString("indicator", indicator);
        if (plan.Milestone is { } milestone) json.WriteString("milestone", milestone);
        IndicatorFormat.Write(json, "target", plan.Target?.Cut(6));
        json.WriteString("comparison", Sign(plan.IsAtMost));
        json.WriteString("document", plan.Document);
        json.WriteString("amounts", IndicatorFormat.Word(plan.Amounts));
        json.WriteString("told", Cycles.WordOf(plan.Told));
        if (plan.Quality is { } quality)
        {
            json.WriteStartObject("quality");
            json.WriteString("indicator", quality.Indicator);
            json.WriteString("comparison", Sign(quality.IsAtMost));
            json.WriteNumber("value", quality.Value.Cut(6));
            json.WriteEndObject();
        }

        WriteMarks(json, progress.Marks.Time, progress.Marks.Quantity, progress.Marks.Quality);
        json.WriteStartArray("periods");
        foreach (var cell in progress.Cells) Write(json, cell);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlanCell cell)
    {
        json.WriteStartObject();
        json.WriteString("period", $"{cell.Period}");
        IndicatorFormat.Write(json, "wanted", cell.Wanted?.Cut(6));
        IndicatorFormat.Write(json, "value", cell.Amount?.Value.Cut(6));
        if (cell.Amount is { } amount)
        {
            json.WriteNumber("numerator", amount.Numerator);
            if (amount.Denominator is { } denominator) json.WriteNumber("denominator", denominator);
            json.WriteString("qualifier", MilestoneQualifiers.WordOf(amount.Qualifier));
            json.WriteString("on", $"{amount.On}");
            if (amount.Document is { } document) json.WriteString("document", document);
        }

        json.WriteString("standing", IndicatorFormat.Word(cell.Standing));
        WriteMarks(json, cell.Time, cell.Quantity, cell.Quality);
        if (cell.QualityValue is { } quality) json.WriteNumber("qualityValue", quality.Cut(6));
        json.WriteEndObject();
    }

    private static void WriteMarks(Utf8JsonWriter json, TaskMark time, TaskMark quantity, TaskMark quality)
    {
        json.WriteStartObject("marks");
        json.WriteString("time", LedgerFormat.Word(time));
        json.WriteString("quantity", LedgerFormat.Word(quantity));
        json.WriteString("quality", LedgerFormat.Word(quality));
        json.WriteEndObject();
    }

    private static string Sign(bool isAtMost) => isAtMost ? "<=" : ">=";

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(Fraction? number) => number?.Cut(6).ToString("0.######", CultureInfo.InvariantCulture);
}
