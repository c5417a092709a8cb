namespace OpsBoard.Web.Screens.Tablet;

/// <summary>The words of the leaders' tablet in one language.</summary>
public sealed record TabletWords
{
    public static readonly TabletWords Zh = new()
    {
        TextSize = "字号",
        SmallerText = "缩小字号",
        NormalText = "标准字号",
        LargerText = "放大字号",
        Worst = "短板",
        WorstMore = "超期最多、等候最长的单位",
        NobodyReports = "尚无单位上报，无法判断",
        OverdueCases = "件超期",
        LongestWait = "最长等候",
        Also = "，",
        ToDesk = "本单位详情",
        ToTable = "表格版",
        ToLagging = "按指标看短板",
        FurtherScreens = "更多",
    };

    public static readonly TabletWords En = new()
    {
        TextSize = "Text size",
        SmallerText = "smaller text",
        NormalText = "normal text",
        LargerText = "larger text",
        Worst = "Lagging",
        WorstMore = "most overdue, then longest wait",
        NobodyReports = "No unit reports yet, so nothing can be said",
        OverdueCases = "cases overdue",
        LongestWait = "longest wait",
        Also = "; ",
        ToDesk = "Details of this unit",
        ToTable = "As tables",
        ToLagging = "Lagging by indicator",
        FurtherScreens = "More",
    };

    public required string TextSize { get; init; }

    public required string SmallerText { get; init; }

    public required string NormalText { get; init; }

    public required string LargerText { get; init; }

    public required string Worst { get; init; }

    /// <summary>By what the worst are chosen.</summary>
    public required string WorstMore { get; init; }

    public required string NobodyReports { get; init; }

    /// <summary>Follows a count.</summary>
    public required string OverdueCases { get; init; }

    /// <summary>Stands before a duration.</summary>
    public required string LongestWait { get; init; }

    /// <summary>Between two reasons.</summary>
    public required string Also { get; init; }

    public required string ToDesk { get; init; }

    public required string ToTable { get; init; }

    public required string ToLagging { get; init; }

    /// <summary>Names the links to the other screens.</summary>
    public required string FurtherScreens { get; init; }

    public static TabletWords For(Words words) => words.IsEnglish ? En : Zh;
}
