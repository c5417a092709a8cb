using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// <c>GET /api/v1/lagging?scope=&amp;indicator=&amp;period=</c>: which children hold the scope back, most harmful first. Effects and shares
/// are in percentage points, cut to hundredths; <c>sumOfShares</c> is that of all children, those apart included, and equals the gap, also as printed.
/// </summary>
internal static class LaggingEndpoint
{
    public const string DefaultIndicator = "on-time";

    public static async Task<IResult> Read(string? scope, string? indicator, string? period, string? format, HttpContext http, LaggingReader reader, Catalogue catalogue, Roster roster)
    {
        if (!IndicatorQuestion.TryRead(indicator ?? DefaultIndicator, Principal.ScopeOr(scope, http), period, catalogue, roster, out var question, out var refusal)) return refusal;
        if (!question.Indicator.IsRate)
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "No rate", $"{question.Indicator.Id} is a count: only a rate has units that hold it back.");
        if (await reader.Read(question, http.RequestAborted) is not { } reading) return UnitEndpoint.UnknownUnit(question.Scope.ToString());
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer([.. IndicatorRow.Header, "effectPoints", "sharePoints", "needed"], reading.All.Select(Row), $"lagging-{question.Indicator.Id}.csv")
            : UnitEndpoint.Json(Body(reading, roster));

        IEnumerable<string?> Row(Drag drag) =>
        [
            .. IndicatorRow.Cells(drag.Value, roster.NameIn(question.Scope, drag.Value.Unit), reading.Figures.AsOf),
            IndicatorRow.Plain(LaggingReading.EffectOf(drag)),
            IndicatorRow.Plain(reading.ShareOf(drag)),
            IndicatorRow.Plain(drag.Needed),
        ];
    }

    private static ReadOnlyMemory<byte> Body(LaggingReading reading, Roster roster) => JsonBody.Write(json =>
    {
        var (question, lagging) = (reading.Question, reading.Lagging);
        IndicatorRow.WriteIndicator(json, lagging.Indicator);
        IndicatorRow.WriteHead(json, question.Scope, question.Period, reading.Figures);
        json.WriteNumber("numerator", Math.Max(0, lagging.Numerator));
        json.WriteNumber("denominator", lagging.Denominator);
        IndicatorFormat.Write(json, "value", lagging.Value?.Cut(6));
        if (lagging.Target is { } target)
        {
            json.WriteStartObject("target");
            IndicatorFormat.WriteTarget(json, target);
            json.WriteEndObject();
        }

        IndicatorFormat.Write(json, "gapPoints", reading.Gap);
        IndicatorFormat.Write(json, "sumOfShares", reading.SumOfShares);
        json.WriteNumber("reporting", reading.Reporting);
        json.WriteNumber("units", reading.Units);
        Write("children", lagging.Children);
        Write("apart", lagging.Apart);

        void Write(string member, IEnumerable<Drag> drags)
        {
            json.WriteStartArray(member);
            foreach (var drag in drags) WriteDrag(json, reading, drag, roster.NameIn(question.Scope, drag.Value.Unit));
            json.WriteEndArray();
        }
    });

    private static void WriteDrag(Utf8JsonWriter json, LaggingReading reading, Drag drag, Wording name)
    {
        json.WriteStartObject();
        IndicatorRow.Write(json, drag.Value, name);
        IndicatorFormat.Write(json, "effectPoints", LaggingReading.EffectOf(drag));
        IndicatorFormat.Write(json, "sharePoints", reading.ShareOf(drag));
        IndicatorFormat.Write(json, "needed", drag.Needed);
        json.WriteEndObject();
    }
}
