using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OpsBoard.Counting;

namespace OpsBoard.Journal;

/// <summary>
/// How the parts of a number are asked for: the names of counters and gauges in camel case, several of them with commas between,
/// a leading minus for what is taken away: <c>stars3,stars4,stars5</c>.
/// </summary>
public static class EventTerms
{
    /// <summary>Reviews that citizens gave themselves, of one to five stars: they stand under one name in a body's counts.</summary>
    public const string Reviews = "reviews";

    private static readonly FrozenDictionary<string, ImmutableArray<EventTerm>> ByName = Known().ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    public static bool TryParse(string? text, out ImmutableArray<EventTerm> terms, [NotNullWhen(false)] out string? fault)
    {
        terms = [];
        foreach (var part in (text ?? "").Split(','))
        {
            var (name, sign) = part.StartsWith('-') ? (part[1..], -1) : (part, 1);
            if (!ByName.TryGetValue(name, out var known))
            {
                fault = $"'{name}' is made of no events here. Known are {string.Join(", ", Names)}.";
                return false;
            }

            terms = terms.AddRange(known.Select(term => term with { Sign = sign }));
        }

        fault = null;
        return true;
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<EventTerm>>> Known()
    {
        foreach (var counter in Counters.All) yield return KeyValuePair.Create(Name($"{counter}"), ImmutableArray.Create(EventTerm.Of(counter)));
        foreach (var gauge in Enum.GetValues<OpenGauge>()) yield return KeyValuePair.Create(Name($"{gauge}"), ImmutableArray.Create(EventTerm.Of(gauge)));
        yield return KeyValuePair.Create(Reviews, Enumerable.Range((int)Counter.Stars1, 5).Select(static stars => EventTerm.Of((Counter)stars)).ToImmutableArray());
    }

    private static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
