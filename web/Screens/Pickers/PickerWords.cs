namespace OpsBoard.Web.Screens.Pickers;

/// <summary>The words by which a list's indicator and period are chosen.</summary>
public sealed record PickerWords
{
    public static readonly PickerWords Zh = new()
    {
        Show = "查看",
        Csv = "下载 CSV 表",
        Unknown = "没有这个指标或统计周期，请另选。",
        Family = new Dictionary<IndicatorFamily, string>
        {
            [IndicatorFamily.Cases] = "办件",
            [IndicatorFamily.Items] = "事项",
            [IndicatorFamily.Reviews] = "好差评",
            [IndicatorFamily.Hotline] = "12345 热线",
            [IndicatorFamily.Coverage] = "四级覆盖",
        },
    };

    public static readonly PickerWords En = new()
    {
        Show = "Show",
        Csv = "Download as CSV",
        Unknown = "There is no such indicator or period; please choose another.",
        Family = new Dictionary<IndicatorFamily, string>
        {
            [IndicatorFamily.Cases] = "Cases",
            [IndicatorFamily.Items] = "Service items",
            [IndicatorFamily.Reviews] = "Reviews",
            [IndicatorFamily.Hotline] = "12345 hotline",
            [IndicatorFamily.Coverage] = "Coverage",
        },
    };

    public required string Show { get; init; }

    public required string Csv { get; init; }

    public required string Unknown { get; init; }

    public required IReadOnlyDictionary<IndicatorFamily, string> Family { get; init; }

    public static PickerWords For(Words words) => words.IsEnglish ? En : Zh;

    /// <summary>What a period is called; a span of days is called by its days.</summary>
    public static string PeriodOf(string period, Words words) => period switch
    {
        "today" or "now" => words.Today,
        "month" => words.Month,
        "quarter" => words.Quarter,
        "year" => words.Year,
        var span => span,
    };
}
