namespace OpsBoard.Supervision.Surveys;

/// <summary>The words for measures as they travel.</summary>
public static class SurveyMeasures
{
    public const string Words = "share or score";

    public static string WordOf(SurveyMeasure measure) => measure == SurveyMeasure.Share ? "share" : "score";

    public static SurveyMeasure? Parse(string? word) => word switch
    {
        "share" => SurveyMeasure.Share,
        "score" => SurveyMeasure.Score,
        _ => null,
    };
}
