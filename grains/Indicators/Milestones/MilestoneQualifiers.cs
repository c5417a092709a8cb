namespace OpsBoard.Indicators.Milestones;

/// <summary>The words for qualifiers as they travel.</summary>
public static class MilestoneQualifiers
{
    public const string All = "exact, atLeast or about";

    public static string WordOf(MilestoneQualifier qualifier) => qualifier switch
    {
        MilestoneQualifier.AtLeast => "atLeast",
        MilestoneQualifier.About => "about",
        _ => "exact",
    };

    public static MilestoneQualifier? Parse(string? word) => word switch
    {
        "exact" => MilestoneQualifier.Exact,
        "atLeast" => MilestoneQualifier.AtLeast,
        "about" => MilestoneQualifier.About,
        _ => null,
    };
}
