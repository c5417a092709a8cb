namespace OpsBoard.Supervision.Surveys;

/// <summary>The words for kinds as they travel.</summary>
public static class SurveyKinds
{
    public const string Words = "public or thirdParty";

    public static string WordOf(SurveyKind kind) => kind == SurveyKind.Public ? "public" : "thirdParty";

    public static SurveyKind? Parse(string? word) => word switch
    {
        "public" => SurveyKind.Public,
        "thirdParty" => SurveyKind.ThirdParty,
        _ => null,
    };
}
