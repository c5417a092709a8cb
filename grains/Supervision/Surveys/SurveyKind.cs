namespace OpsBoard.Supervision.Surveys;

/// <summary>Who was asked by whom.</summary>
public enum SurveyKind
{
    /// <summary>公众评议: an office asked citizens and companies.</summary>
    Public,

    /// <summary>第三方评估: an institution outside of the administration assessed.</summary>
    ThirdParty,
}
