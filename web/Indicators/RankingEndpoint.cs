using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// <c>GET /api/v1/rankings/{indicator}?scope=&amp;period=&amp;group=</c>: the children of a scope, each peer group apart, with the way of
/// each unit from its rank in the period before (the whole of it) to this one.
/// </summary>
internal static class RankingEndpoint
{
    public static async Task<IResult> Read(string indicator, string? scope, string? period, string? group, string? format, HttpContext http, RankingReader reader, Catalogue catalogue, Roster roster)
    {
        if (!IndicatorQuestion.TryRead(indicator, Principal.ScopeOr(scope, http), period, catalogue, roster, out var question, out var refusal)) return refusal;
        if (await reader.Read(question, http.RequestAborted) is not { } reading) return UnitEndpoint.UnknownUnit(question.Scope.ToString());
        if (group is not null && !reading.Groups.Any(each => each.Name == group))
            return UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown group", $"No unit in {question.Scope} is of the peer group '{group}'. Known are {string.Join(", ", reading.Groups.Select(static each => each.Name))}.");
        var asked = reading.Groups.Where(each => group is null || each.Name == group).ToList();
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer([.. IndicatorRow.Header, "group", "rank", "reason"], asked.SelectMany(each => Rows(each, reading.Figures, roster, question.Scope)), $"ranking-{indicator}.csv")
            : UnitEndpoint.Json(Body(reading, asked, roster));
    }

    private static IEnumerable<IEnumerable<string?>> Rows(PeerGroup group, ScopeFigures now, Roster roster, UnitPath scope)
    {
        var ranking = group.Ranking;
        var ranked = ranking.Places.Select(place => Row(place.Value, IndicatorRow.Plain(place.Rank), reason: null));
        return ranked.Concat(ranking.Apart.Select(apart => Row(apart.Value, rank: null, NoPlaceText.Of(apart.Reason).Zh)));

        IEnumerable<string?> Row(IndicatorValue value, string? rank, string? reason) =>
            [.. IndicatorRow.Cells(value, roster.NameIn(scope, value.Unit), now.AsOf), group.Name, rank, reason];
    }

    private static ReadOnlyMemory<byte> Body(RankingReading reading, List<PeerGroup> groups, Roster roster) => JsonBody.Write(json =>
    {
        var question = reading.Question;
        IndicatorRow.WriteIndicator(json, question.Indicator);
        IndicatorRow.WriteHead(json, question.Scope, question.Period, reading.Figures);
        json.WriteStartArray("groups");
        foreach (var group in groups) Write(json, group, unit => roster.NameIn(question.Scope, unit));
        json.WriteEndArray();
        json.WriteStartArray("withoutGroup");
        foreach (var unit in reading.WithoutGroup) json.WriteStringValue(unit.ToString());
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, PeerGroup group, Func<UnitPath, Wording> name)
    {
        var ranking = group.Ranking;
        json.WriteStartObject();
        json.WriteString("group", group.Name);
        json.WriteStartArray("places");
        foreach (var place in ranking.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", place.Rank);
            IndicatorRow.Write(json, place.Value, name(place.Value.Unit));
            if (place.Bracket is { } bracket) json.WriteNumber("bracket", bracket);
            Write(json, group.MovementOf(place.Value.Unit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("apart");
        foreach (var apart in ranking.Apart)
        {
            json.WriteStartObject();
            IndicatorRow.Write(json, apart.Value, name(apart.Value.Unit));
            json.WriteString("notRanked", IndicatorFormat.Word(apart.Reason));
            IndicatorFormat.Write(json, "notRankedText", NoPlaceText.Of(apart.Reason));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RankMovement movement)
    {
        json.WriteStartObject("movement");
        IndicatorFormat.Write(json, "before", movement.Before);
        IndicatorFormat.Write(json, "places", movement.Places);
        json.WriteNumber("own", movement.Own);
        json.WriteNumber("others", movement.Others);
        json.WriteNumber("definition", movement.Definition);
        json.WriteNumber("corrections", movement.Corrections);
        json.WriteStartObject("changes");
        foreach (var change in movement.Changes) json.WriteNumber(change.Quantity.Name, change.By);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
