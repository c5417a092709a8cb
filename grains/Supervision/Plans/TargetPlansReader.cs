using System.Collections.Immutable;
using OpsBoard.Configuration;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>
/// Reads <c>target-plans.json</c>: <c>{"version":1,"plans":[{"id","name","unit","year","indicator" or "milestone","target" or "all":true,"comparison"?,"document","amounts","told"?,"start"?,"byMonth"?,"quality"?}]}</c>.
/// Values are shares of 1 for a rate. Without <c>byMonth</c> the months go in equal steps from <c>start</c> (of a flow 0) to the target; a new figure
/// is expected each month where <c>told</c> says nothing else.
/// </summary>
public static class TargetPlansReader
{
    private const int Version = 1;
    private const int MonthsOfAYear = 12;
    private const int FirstYear = 1992;
    private const int LastYear = 2100;

    private static readonly Dictionary<string, PlanAmounts> Amounts = new(StringComparer.Ordinal) { ["level"] = PlanAmounts.Level, ["flow"] = PlanAmounts.Flow };

    private static readonly Dictionary<string, bool> AtMost = new(StringComparer.Ordinal) { [">="] = false, ["<="] = true };

    /// <exception cref="ConfigurationException">The file cannot be read or has a mistake; the message names file and line.</exception>
    public static TargetPlans ReadFile(string file, Catalogue catalogue) => PlansOf(ConfigurationEntry.ReadFile(file), catalogue);

    /// <exception cref="ConfigurationException">There is a mistake; the message names file and line.</exception>
    public static TargetPlans Read(ReadOnlyMemory<byte> json, string file, Catalogue catalogue) => PlansOf(ConfigurationEntry.Parse(json, file), catalogue);

    private static TargetPlans PlansOf(ConfigurationEntry file, Catalogue catalogue)
    {
        if (file.Read<Draft>().Version != Version) throw file.Mistake($"\"version\" is {Version}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var plans = ImmutableArray.CreateBuilder<TargetPlan>();
        foreach (var entry in file.List("plans"))
        {
            var plan = PlanOf(entry, entry.Read<PlanDraft>(), catalogue);
            if (!seen.Add(plan.Id)) throw entry.Mistake($"the plan \"{plan.Id}\" is given twice; an id is given once.");
            plans.Add(plan);
        }

        return new TargetPlans(plans.ToImmutable());
    }

    private static TargetPlan PlanOf(ConfigurationEntry entry, PlanDraft draft, Catalogue catalogue)
    {
        if (draft.Indicator is null == draft.Milestone is null) throw entry.Mistake("a plan is for an \"indicator\" or for a \"milestone\"; give one of them.");
        var isRate = draft.Indicator is not null && Known(entry, draft.Indicator, "indicator", catalogue).IsRate;
        var amounts = entry.Choice(draft.Amounts, "amounts", Amounts);
        var isAtMost = draft.Comparison is not null && entry.Choice(draft.Comparison, "comparison", AtMost);
        var target = TargetOf(entry, draft);
        if (!isRate && (draft.ByMonth ?? []).Append(draft.Target ?? 0).Append(draft.Start ?? 0).Any(static number => number != Math.Truncate(number))) throw entry.Mistake("a count has whole numbers.");
        return new TargetPlan(
            entry.Id(draft.Id),
            entry.Both(draft.Name, "name"),
            entry.Unit(draft.Unit) is { IsLine: false } unit ? unit : throw entry.Mistake("\"unit\" is missing: the path of the unit that shall reach it, no line."),
            draft.Year is >= FirstYear and <= LastYear and { } year ? year : throw entry.Mistake($"\"year\" is a year from {FirstYear} to {LastYear}."),
            draft.Indicator,
            draft.Milestone is null ? null : entry.Text(draft.Milestone, "milestone", "the id under which it is declared"),
            isRate,
            target,
            isAtMost,
            entry.Text(draft.Document, "document", "the document that sets the target"),
            amounts,
            draft.Told is null ? Cycle.Month : entry.Choice(draft.Told, "told", Cycles.ByWord),
            target is { } value ? MonthsOf(entry, draft, value, amounts, isRate, isAtMost) : [],
            draft.Quality is null ? null : QualityOf(entry, draft.Quality, catalogue));
    }

    private static Fraction? TargetOf(ConfigurationEntry entry, PlanDraft draft) => draft switch
    {
        { All: true, Target: null, ByMonth: null, Start: null } => null,
        { All: true } => throw entry.Mistake("\"all\" says no number: leave out \"target\", \"start\" and \"byMonth\"."),
        { Target: { } target } => Fraction.Of(entry.NotNegative(target, "target")),
        _ => throw entry.Mistake("\"target\" is missing: a number, a share of 1 for a rate, or \"all\": true."),
    };

    private static ImmutableArray<Fraction> MonthsOf(ConfigurationEntry entry, PlanDraft draft, Fraction target, PlanAmounts amounts, bool isRate, bool isAtMost)
    {
        if (draft.ByMonth is not { } given)
        {
            if (draft.Start is null && amounts == PlanAmounts.Level) throw entry.Mistake("a level needs \"start\", what stood at the beginning of the year, or \"byMonth\".");
            if (draft.Start is not null && amounts == PlanAmounts.Flow) throw entry.Mistake("a flow begins at 0: leave out \"start\".");
            return TargetPlan.Linear(Fraction.Of(entry.NotNegative(draft.Start ?? 0, "start")), target, isRate, isAtMost);
        }

        if (draft.Start is not null) throw entry.Mistake("\"start\" is for equal steps: leave it out beside \"byMonth\".");
        ImmutableArray<Fraction> months = [.. given.Select(number => Fraction.Of(entry.NotNegative(number, "byMonth")))];
        var goesOneWay = months.Zip(months.Skip(1)).All(pair => isAtMost && amounts == PlanAmounts.Level ? pair.First >= pair.Second : pair.First <= pair.Second);
        return months.Length == MonthsOfAYear && months[^1] == target && goesOneWay
            ? months
            : throw entry.Mistake($"\"byMonth\" is {MonthsOfAYear} numbers, what shall be reached in all by the end of each month; they go one way, and end at the target.");
    }

    private static PlanQuality QualityOf(ConfigurationEntry entry, QualityDraft draft, Catalogue catalogue) => new(
        Known(entry, draft.Indicator, "quality.indicator", catalogue).Id,
        Fraction.Of(entry.NotNegative(draft.Value ?? throw entry.Mistake("\"quality.value\" is missing: what the indicator must reach, a share of 1 for a rate."), "quality.value")),
        draft.Comparison is not null && entry.Choice(draft.Comparison, "quality.comparison", AtMost));

    private static Indicator Known(ConfigurationEntry entry, string? id, string member, Catalogue catalogue) =>
        catalogue.Find(id ?? "") ?? throw entry.Mistake($"\"{member}\" \"{id}\" is not in indicators.json.");

    private sealed record Draft(int? Version, List<PlanDraft>? Plans);

    private sealed record PlanDraft(
        string? Id,
        Wording? Name,
        string? Unit,
        int? Year,
        string? Indicator,
        string? Milestone,
        decimal? Target,
        bool? All,
        string? Comparison,
        string? Document,
        string? Amounts,
        string? Told,
        decimal? Start,
        List<decimal>? ByMonth,
        QualityDraft? Quality);

    private sealed record QualityDraft(string? Indicator, decimal? Value, string? Comparison);
}
