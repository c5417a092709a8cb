using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// <c>GET /api/v1/lagging?scope=&amp;indicator=&amp;period=</c>: which children hold the scope back, most harmful first. Effects and shares
/// are in percentage points, cut to hundredths; <c>sumOfShares</c> is that of all children, those apart included, and equals the gap.
/// </summary>
internal static class LaggingEndpoint
{
    private const string DefaultIndicator = "on-time";

    public static async Task<IResult> Read(string? scope, string? indicator, string? period, string? format, HttpContext http, ScopeReader scopes, Catalogue catalogue, Roster roster)
    {
        if (!IndicatorQuestion.TryRead(indicator ?? DefaultIndicator, scope, period, catalogue, roster, out var question, out var refusal)) return refusal;
        if (!question.Indicator.IsRate)
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "No rate", $"{question.Indicator.Id} is a count: only a rate has units that hold it back.");
        var figures = await scopes.Of(question.Scope, question.Period, http.RequestAborted);
        if (figures is null) return UnitEndpoint.UnknownUnit(question.Scope.ToString());
        var target = Evaluation.Of(question.Indicator, figures.Own).Targets.FirstOrDefault(static verdict => verdict.Decides)?.Target;
        var lagging = Lagging.Of(question.Indicator, target, figures.Children);
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer([.. IndicatorRow.Header, "effectPoints", "sharePoints", "needed"], lagging.Children.Concat(lagging.Apart).Select(Row), $"lagging-{question.Indicator.Id}.csv")
            : UnitEndpoint.Json(Body(question, figures, lagging, roster));

        IEnumerable<string?> Row(Drag drag) =>
        [
            .. IndicatorRow.Cells(drag.Value, roster.NameIn(question.Scope, drag.Value.Unit), figures.AsOf),
            IndicatorRow.Plain(Points(drag.Effect)),
            IndicatorRow.Plain(Points(drag.Share)),
            IndicatorRow.Plain(drag.Needed),
        ];
    }

    private static ReadOnlyMemory<byte> Body(IndicatorQuestion question, ScopeFigures figures, Lagging lagging, Roster roster) => JsonBody.Write(json =>
    {
        IndicatorRow.WriteIndicator(json, lagging.Indicator);
        IndicatorRow.WriteHead(json, question.Scope, question.Period, figures);
        json.WriteNumber("numerator", Math.Max(0, lagging.Numerator));
        json.WriteNumber("denominator", lagging.Denominator);
        IndicatorFormat.Write(json, "value", lagging.Value?.Cut(6));
        if (lagging.Target is { } target)
        {
            json.WriteStartObject("target");
            IndicatorFormat.WriteTarget(json, target);
            json.WriteEndObject();
        }

        IndicatorFormat.Write(json, "gapPoints", Points(lagging.Gap));
        IndicatorFormat.Write(json, "sumOfShares", lagging.Gap is null ? null : Points(lagging.Children.Concat(lagging.Apart).Aggregate(Fraction.Zero, static (sum, drag) => sum + (drag.Share ?? Fraction.Zero))));
        json.WriteNumber("reporting", lagging.Children.Length);
        json.WriteNumber("units", lagging.Children.Length + lagging.Apart.Length);
        Write("children", lagging.Children);
        Write("apart", lagging.Apart);

        void Write(string member, IEnumerable<Drag> drags)
        {
            json.WriteStartArray(member);
            foreach (var drag in drags) WriteDrag(json, drag, roster.NameIn(question.Scope, drag.Value.Unit));
            json.WriteEndArray();
        }
    });

    private static void WriteDrag(Utf8JsonWriter json, Drag drag, Wording name)
    {
        json.WriteStartObject();
        IndicatorRow.Write(json, drag.Value, name);
        IndicatorFormat.Write(json, "effectPoints", Points(drag.Effect));
        IndicatorFormat.Write(json, "sharePoints", Points(drag.Share));
        IndicatorFormat.Write(json, "needed", drag.Needed);
        json.WriteEndObject();
    }

    private static decimal? Points(Fraction? share) => (share * 100)?.Cut(2);
}
