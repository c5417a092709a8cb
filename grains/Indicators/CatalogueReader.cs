using System.Collections.Immutable;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>
/// Reads <c>indicators.json</c>; the packaged file beside this one shows every member. Required are id, name, definition, source,
/// numerator, periods, direction and owner. Where nothing is said, version is 1, the default period the first, the minimum volume 30
/// and the risk margin 0.05 for a rate, and both 0 for a count.
/// </summary>
public static class CatalogueReader
{
    private const long LeastCases = 30;

    private static readonly Fraction FivePoints = new(5, 100);

    private static readonly Dictionary<string, IndicatorPeriod> Periods = new(StringComparer.Ordinal)
    {
        ["now"] = IndicatorPeriod.Now,
        ["today"] = IndicatorPeriod.Today,
        ["month"] = IndicatorPeriod.Month,
        ["quarter"] = IndicatorPeriod.Quarter,
        ["year"] = IndicatorPeriod.Year,
    };

    private static readonly Dictionary<string, Direction> Directions = new(StringComparer.Ordinal)
    {
        ["up"] = Direction.Up,
        ["down"] = Direction.Down,
        ["neutral"] = Direction.Neutral,
    };

    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal)
    {
        [">="] = Comparison.AtLeast,
        [">"] = Comparison.Above,
        ["<="] = Comparison.AtMost,
        ["<"] = Comparison.Below,
    };

    /// <exception cref="ConfigurationException">The file cannot be read or has a mistake; the message names file and line.</exception>
    public static Catalogue ReadFile(string file) => CatalogueOf(ConfigurationEntry.ReadFile(file));

    /// <exception cref="ConfigurationException">There is a mistake; the message names file and line.</exception>
    public static Catalogue Read(ReadOnlyMemory<byte> json, string file) => CatalogueOf(ConfigurationEntry.Parse(json, file));

    private static Catalogue CatalogueOf(ConfigurationEntry file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        foreach (var entry in file.List("indicators"))
        {
            var indicator = IndicatorOf(entry);
            if (!seen.Add(indicator.Id)) throw entry.Mistake($"the indicator \"{indicator.Id}\" is given twice; an id is given once.");
            indicators.Add(indicator);
        }

        return new(indicators.ToImmutable());
    }

    private static Indicator IndicatorOf(ConfigurationEntry entry)
    {
        var draft = entry.Read<Draft>();
        var numerator = SumOf(draft.Numerator, "numerator", entry);
        var denominator = draft.Denominator is null ? null : SumOf(draft.Denominator, "denominator", entry);
        var periods = PeriodsOf(draft.Periods, entry);
        var byDefault = draft.DefaultPeriod is null ? periods[0] : entry.Choice(draft.DefaultPeriod, "defaultPeriod", Periods);
        if (!periods.Contains(byDefault)) throw entry.Mistake($"\"defaultPeriod\" {draft.DefaultPeriod} is not among \"periods\".");
        return new(
            entry.Id(draft.Id),
            entry.Both(draft.Name, "name"),
            entry.Both(draft.Definition, "definition"),
            entry.NotNegative(draft.Version ?? 1, "version"),
            entry.Text(draft.Source, "source", "the document and its formula"),
            numerator,
            denominator,
            periods,
            byDefault,
            entry.Choice(draft.Direction, "direction", Directions),
            entry.NotNegative(draft.MinimumVolume ?? (denominator is null ? 0 : LeastCases), "minimumVolume"),
            entry.Both(draft.Owner, "owner"),
            draft.AppliesWhere is null ? null : ConditionOf(draft.AppliesWhere, entry),
            draft.MayExceedWhole ?? false,
            draft.RiskMargin is { } margin ? Fraction.Of(entry.NotNegative(margin, "riskMargin")) : denominator is null ? Fraction.Zero : FivePoints,
            draft.Targets is null ? [] : TargetsOf(entry));
    }

    private static ImmutableArray<IndicatorPeriod> PeriodsOf(List<string>? names, ConfigurationEntry entry)
    {
        if (names is not { Count: > 0 }) throw entry.Mistake($"\"periods\" needs one at least of {string.Join(", ", Periods.Keys)}.");
        return [.. names.Select(name => entry.Choice(name, "periods", Periods)).Distinct().Order()];
    }

    private static Sum SumOf(List<string>? names, string member, ConfigurationEntry entry)
    {
        if (names is not { Count: > 0 }) throw entry.Mistake($"\"{member}\" needs one counter at least, such as [\"completed\"].");
        return new([.. names.Select(name => TermOf(name, member, entry))]);
    }

    private static Term TermOf(string? text, string member, ConfigurationEntry entry)
    {
        var sign = text?.StartsWith('-') == true ? -1 : 1;
        var name = sign < 0 ? text![1..].TrimStart() : text ?? "";
        return Quantities.Find(name) is { } quantity
            ? new(quantity, sign)
            : throw entry.Mistake($"\"{member}\": \"{name}\" is not counted; known are {string.Join(", ", Quantities.Names)}.");
    }

    private static Condition ConditionOf(ConditionDraft draft, ConfigurationEntry entry) => new(
        SumOf(draft.Sum, "appliesWhere.sum", entry),
        entry.Both(draft.Reason, "appliesWhere.reason"));

    private static ImmutableArray<Target> TargetsOf(ConfigurationEntry entry)
    {
        var entries = entry.List("targets");
        var targets = entries.Select(TargetOf).ToImmutableArray();
        var doubled = targets.Index().Where(static pair => pair.Item.InForce).GroupBy(static pair => (pair.Item.Year, pair.Item.Unit)).FirstOrDefault(static same => same.Count() > 1);
        if (doubled is not null) throw entries[doubled.Last().Index].Mistake("two targets of one year are \"inForce\"; only one can decide.");
        return targets;
    }

    private static Target TargetOf(ConfigurationEntry entry)
    {
        var draft = entry.Read<TargetDraft>();
        return new(
            Fraction.Of(entry.NotNegative(draft.Value ?? throw entry.Mistake("a target needs \"value\", such as 0.65 for 65 %."), "value")),
            entry.Choice(draft.Comparison, "comparison", Comparisons),
            draft.Year,
            entry.Text(draft.Document, "document", "the document that sets the target"),
            draft.Note is null ? null : entry.Both(draft.Note, "note"),
            entry.Unit(draft.Unit),
            draft.InForce ?? false);
    }

    private sealed record Draft(
        string? Id,
        Wording? Name,
        Wording? Definition,
        int? Version,
        string? Source,
        List<string>? Numerator,
        List<string>? Denominator,
        List<string>? Periods,
        string? DefaultPeriod,
        string? Direction,
        long? MinimumVolume,
        Wording? Owner,
        ConditionDraft? AppliesWhere,
        bool? MayExceedWhole,
        decimal? RiskMargin,
        List<TargetDraft>? Targets);

    private sealed record ConditionDraft(List<string>? Sum, Wording? Reason);

    private sealed record TargetDraft(decimal? Value, string? Comparison, int? Year, string? Document, Wording? Note, string? Unit, bool? InForce);
}
