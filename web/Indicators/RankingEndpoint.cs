using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// <c>GET /api/v1/rankings/{indicator}?scope=&amp;period=&amp;group=</c>: the children of a scope, each peer group apart, with the way of
/// each unit from its rank in the period before (the whole of it) to this one.
/// </summary>
internal static class RankingEndpoint
{
    public static async Task<IResult> Read(string indicator, string? scope, string? period, string? group, string? format, HttpContext http, ScopeReader scopes, Catalogue catalogue, Roster roster)
    {
        if (!IndicatorQuestion.TryRead(indicator, scope, period, catalogue, roster, out var question, out var refusal)) return refusal;
        var now = await scopes.Of(question.Scope, question.Period, http.RequestAborted);
        if (now is null) return UnitEndpoint.UnknownUnit(question.Scope.ToString());
        var before = await scopes.Of(question.Scope, Before(question.Period, now), http.RequestAborted);
        var groups = GroupsOf(question.Indicator, now, await scopes.Uncorrected(question.Scope, now, http.RequestAborted), before, roster);
        if (group is not null && !groups.Exists(each => each.Name == group))
            return UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown group", $"No unit in {question.Scope} is of the peer group '{group}'. Known are {string.Join(", ", groups.Select(static each => each.Name))}.");
        var asked = groups.FindAll(each => group is null || each.Name == group);
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer([.. IndicatorRow.Header, "group", "rank", "reason"], asked.SelectMany(each => Rows(each, now, roster, question.Scope)), $"ranking-{indicator}.csv")
            : UnitEndpoint.Json(Body(question, now, asked, roster));
    }

    // The period that ends the day before this one begins; before a span of days, one as long.
    private static string Before(string period, ScopeFigures now)
    {
        var last = now.First.Previous;
        if (Period.IsSpan(period)) return $"{new BusinessDay(now.First.Number - (now.Last.Number - now.First.Number + 1))}..{last}";
        var (from, to) = Period.Days(period, last)!.Value;
        return $"{from}..{to}";
    }

    private static List<PeerGroup> GroupsOf(Indicator indicator, ScopeFigures now, ImmutableArray<UnitFigures> uncorrected, ScopeFigures? before, Roster roster) =>
    [
        .. now.Children
            .GroupBy(unit => roster.Find(unit.Unit)?.PeerGroup)
            .Where(static group => group.Key is not null)
            .Select(group => new PeerGroup(
                group.Key!,
                new Contest(indicator, [.. before?.Children.Where(unit => roster.Find(unit.Unit)?.PeerGroup == group.Key) ?? []]),
                [.. uncorrected.Where(unit => roster.Find(unit.Unit)?.PeerGroup == group.Key)],
                new Contest(indicator, [.. group]))),
    ];

    private static IEnumerable<IEnumerable<string?>> Rows(PeerGroup group, ScopeFigures now, Roster roster, UnitPath scope)
    {
        var ranking = group.Now.Ranking;
        var ranked = ranking.Places.Select(place => Row(place.Value, IndicatorRow.Plain(place.Rank), reason: null));
        return ranked.Concat(ranking.Apart.Select(apart => Row(apart.Value, rank: null, NoPlaceText.Of(apart.Reason).Zh)));

        IEnumerable<string?> Row(IndicatorValue value, string? rank, string? reason) =>
            [.. IndicatorRow.Cells(value, roster.NameIn(scope, value.Unit), now.AsOf), group.Name, rank, reason];
    }

    private static ReadOnlyMemory<byte> Body(IndicatorQuestion question, ScopeFigures now, List<PeerGroup> groups, Roster roster) => JsonBody.Write(json =>
    {
        IndicatorRow.WriteIndicator(json, question.Indicator);
        IndicatorRow.WriteHead(json, question.Scope, question.Period, now);
        json.WriteStartArray("groups");
        foreach (var group in groups) Write(json, group, unit => roster.NameIn(question.Scope, unit));
        json.WriteEndArray();
        json.WriteStartArray("withoutGroup");
        foreach (var unit in now.Children.Where(unit => roster.Find(unit.Unit)?.PeerGroup is null)) json.WriteStringValue(unit.Unit.ToString());
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, PeerGroup group, Func<UnitPath, Wording> name)
    {
        var ranking = group.Now.Ranking;
        json.WriteStartObject();
        json.WriteString("group", group.Name);
        json.WriteStartArray("places");
        foreach (var place in ranking.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", place.Rank);
            IndicatorRow.Write(json, place.Value, name(place.Value.Unit));
            if (place.Bracket is { } bracket) json.WriteNumber("bracket", bracket);
            Write(json, RankMovement.Of(place.Value.Unit, group.Before, group.Uncorrected, group.Now));
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

    private sealed record PeerGroup(string Name, Contest Before, ImmutableArray<UnitFigures> Uncorrected, Contest Now);
}
