namespace OpsBoard.Supervision.Surveys;

/// <summary>What the value of a survey is.</summary>
public enum SurveyMeasure
{
    /// <summary>The share of those asked who answered favourably, in percent: its sample says how far it may be off.</summary>
    Share,

    /// <summary>Points of 100: how far they may be off depends on their spread, which documents do not tell.</summary>
    Score,
}
