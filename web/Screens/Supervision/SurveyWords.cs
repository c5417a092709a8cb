using OpsBoard.Supervision.Surveys;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words of surveys. Places in braces are filled with printed figures.</summary>
public sealed record SurveyWords
{
    public static readonly SurveyWords Zh = new()
    {
        Explained = "由文件申报的抽样调查结果。它问的是被抽中的人，“好差评”问的是办完事的人：两者不相加、不平均，也不进入任何指标和排名。",
        None = "还没有申报的调查结果。",
        KindOf = new Dictionary<SurveyKind, string> { [SurveyKind.Public] = "公众评议", [SurveyKind.ThirdParty] = "第三方评估" },
        NoteOf = new Dictionary<SurveyKind, string>
        {
            [SurveyKind.Public] = "由机关向群众和企业征求意见得出。",
            [SurveyKind.ThirdParty] = "由行政机关以外的机构独立评估得出。",
        },
        MeasureOf = new Dictionary<SurveyMeasure, string> { [SurveyMeasure.Share] = "满意比例", [SurveyMeasure.Score] = "得分（百分制）" },
        Title = "调查",
        Value = "结果",
        Points = "{value} 分",
        Sample = "样本量",
        Interval = "95% 区间",
        IntervalNote = "95% 区间按威尔逊（Wilson, 1927）公式由比例和样本量算出，只在简单随机抽样时成立；得分没有公布离散程度，样本量给不出误差。",
        NoInterval = "样本量给不出",
        Institution = "实施机构",
        Kind = "类别",
        Measure = "口径",
        Id = "编号",
        Former = "往期",
        Form = "申报调查结果",
        FormNote = "文件中的数原样申报，最多两位小数；同一文件再次申报的，以最后一次为准。实施机构填单位名称，不填个人。",
        Upload = "导入调查结果",
        UploadNote = "CSV（UTF-8），列名与下载的表相同，也可用中文列名。每行单独判定，重复导入不会重复登记。",
        Csv = "下载调查结果 CSV",
    };

    public static readonly SurveyWords En = new()
    {
        Explained = "What surveys found, as documents declare it. A survey asks whoever was sampled, reviews ask whoever had something done: they are never added up or averaged, and surveys are in no indicator and no ranking.",
        None = "No survey has been declared yet.",
        KindOf = new Dictionary<SurveyKind, string> { [SurveyKind.Public] = "Public opinion", [SurveyKind.ThirdParty] = "Third-party assessment" },
        NoteOf = new Dictionary<SurveyKind, string>
        {
            [SurveyKind.Public] = "An office asked citizens and companies.",
            [SurveyKind.ThirdParty] = "An institution outside of the administration assessed on its own.",
        },
        MeasureOf = new Dictionary<SurveyMeasure, string> { [SurveyMeasure.Share] = "Share in favour", [SurveyMeasure.Score] = "Points of 100" },
        Title = "Survey",
        Value = "Found",
        Points = "{value} points",
        Sample = "Sample",
        Interval = "95% interval",
        IntervalNote = "The 95% interval follows from share and sample by Wilson's formula (1927) and holds for a simple random sample only; of points the spread is not told, so the sample says nothing of their error.",
        NoInterval = "not from the sample",
        Institution = "Asked by",
        Kind = "Kind",
        Measure = "Measure",
        Id = "Id",
        Former = "earlier",
        Form = "Declare a survey",
        FormNote = "As the document has it, with at most two decimals; of one document the last word holds. Name an office or a company, never a person.",
        Upload = "Import surveys",
        UploadNote = "CSV in UTF-8 with the columns of the download. Each row is judged for itself; importing again changes nothing.",
        Csv = "Download surveys as CSV",
    };

    public required string Explained { get; init; }

    public required string None { get; init; }

    public required IReadOnlyDictionary<SurveyKind, string> KindOf { get; init; }

    public required IReadOnlyDictionary<SurveyKind, string> NoteOf { get; init; }

    public required IReadOnlyDictionary<SurveyMeasure, string> MeasureOf { get; init; }

    public required string Title { get; init; }

    public required string Value { get; init; }

    public required string Points { get; init; }

    public required string Sample { get; init; }

    public required string Interval { get; init; }

    public required string IntervalNote { get; init; }

    public required string NoInterval { get; init; }

    public required string Institution { get; init; }

    public required string Kind { get; init; }

    public required string Measure { get; init; }

    public required string Id { get; init; }

    /// <summary>Beside a result that a later one of the same survey has taken the place of.</summary>
    public required string Former { get; init; }

    public required string Form { get; init; }

    public required string FormNote { get; init; }

    public required string Upload { get; init; }

    public required string UploadNote { get; init; }

    public required string Csv { get; init; }

    public static SurveyWords For(Words words) => words.IsEnglish ? En : Zh;
}
