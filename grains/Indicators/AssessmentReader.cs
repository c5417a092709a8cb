using System.Collections.Immutable;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>Reads <c>assessments.json</c>; the packaged file beside this one shows every member.</summary>
public static class AssessmentReader
{
    private static readonly Fraction Whole = new(100, 1);

    private static readonly Dictionary<string, IndicatorPeriod> Cycles = new(StringComparer.Ordinal)
    {
        ["month"] = IndicatorPeriod.Month,
        ["quarter"] = IndicatorPeriod.Quarter,
        ["year"] = IndicatorPeriod.Year,
    };

    /// <exception cref="ConfigurationException">The file cannot be read or has a mistake; the message names file and line.</exception>
    public static ImmutableArray<Assessment> ReadFile(string file, Catalogue catalogue) => All(ConfigurationEntry.ReadFile(file), catalogue);

    /// <exception cref="ConfigurationException">There is a mistake; the message names file and line.</exception>
    public static ImmutableArray<Assessment> Read(ReadOnlyMemory<byte> json, string file, Catalogue catalogue) =>
        All(ConfigurationEntry.Parse(json, file), catalogue);

    private static ImmutableArray<Assessment> All(ConfigurationEntry file, Catalogue catalogue)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var assessments = ImmutableArray.CreateBuilder<Assessment>();
        foreach (var entry in file.List("assessments"))
        {
            var assessment = AssessmentOf(entry, catalogue);
            if (!seen.Add(assessment.Id)) throw entry.Mistake($"the assessment \"{assessment.Id}\" is given twice; an id is given once.");
            assessments.Add(assessment);
        }

        return assessments.ToImmutable();
    }

    private static Assessment AssessmentOf(ConfigurationEntry entry, Catalogue catalogue)
    {
        var draft = entry.Read<Draft>();
        var cycle = entry.Choice(draft.Cycle, "cycle", Cycles);
        return new(
            entry.Id(draft.Id),
            entry.Both(draft.Name, "name"),
            cycle,
            entry.Text(draft.Document, "document", "the document that sets the assessment"),
            [.. entry.List("groups").Select(group => GroupOf(group, cycle, catalogue))],
            draft.Coefficients is null ? [] : [.. entry.List("coefficients").Select(CoefficientOf)]);
    }

    private static AssessedGroup GroupOf(ConfigurationEntry entry, IndicatorPeriod cycle, Catalogue catalogue)
    {
        var group = new AssessedGroup(
            entry.Read<GroupDraft>().PeerGroup,
            [.. entry.List("components").Select(component => ComponentOf(component, cycle, catalogue))]);
        var weights = group.Components.Aggregate(Fraction.Zero, static (sum, component) => sum + component.Weight);
        return weights == Whole ? group : throw entry.Mistake($"the weights of a group sum to 100, not to {weights.Cut(4):0.####}.");
    }

    private static Component ComponentOf(ConfigurationEntry entry, IndicatorPeriod cycle, Catalogue catalogue)
    {
        var draft = entry.Read<ComponentDraft>();
        var id = entry.Text(draft.Indicator, "indicator", "the id of an indicator in indicators.json");
        var indicator = catalogue.Find(id) ?? throw entry.Mistake($"\"indicator\" \"{id}\" is not in indicators.json.");
        if (!indicator.Periods.Contains(cycle)) throw entry.Mistake($"\"{id}\" is not read by {cycle.ToString().ToLowerInvariant()}; see its \"periods\" in indicators.json.");
        if (indicator.Direction == Direction.Neutral) throw entry.Mistake($"\"{id}\" has no good direction, so it gives no points.");
        if (draft.Target is null && indicator.Targets.IsEmpty) throw entry.Mistake($"\"{id}\" has no target in indicators.json; give it a \"target\" here.");
        var weight = draft.Weight is > 0 and { } above ? above : throw entry.Mistake("\"weight\" is above 0; all of a group sum to 100.");
        return new(indicator, Fraction.Of(weight), draft.Target is { } target ? Fraction.Of(entry.NotNegative(target, "target")) : null);
    }

    private static Coefficient CoefficientOf(ConfigurationEntry entry)
    {
        var draft = entry.Read<CoefficientDraft>();
        if (draft.Unit is null == draft.PeerGroup is null) throw entry.Mistake("a coefficient is for a \"unit\" or for a \"peerGroup\"; give one of them.");
        return new(
            entry.Unit(draft.Unit),
            draft.PeerGroup,
            draft.Value is > 0 and { } value ? Fraction.Of(value) : throw entry.Mistake("\"value\" is above 0, such as 1.05."),
            entry.Both(draft.Owner, "owner"),
            entry.Text(draft.Version, "version", "such as \"2026-1\""),
            entry.Text(draft.Document, "document", "the document that sets the coefficient"));
    }

    private sealed record Draft(string? Id, Wording? Name, string? Cycle, string? Document, List<GroupDraft>? Groups, List<CoefficientDraft>? Coefficients);

    private sealed record GroupDraft(string? PeerGroup, List<ComponentDraft>? Components);

    private sealed record ComponentDraft(string? Indicator, decimal? Weight, decimal? Target);

    private sealed record CoefficientDraft(string? Unit, string? PeerGroup, decimal? Value, Wording? Owner, string? Version, string? Document);
}
