namespace OpsBoard.Web.Screens.Sources;

/// <summary>The words of the sources' page in one language.</summary>
public sealed record SourcesWords
{
    public required string Title { get; init; }

    public required string Explained { get; init; }

    public required string None { get; init; }

    public required string Csv { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required string Numberings { get; init; }

    public required string NumberingsExplained { get; init; }

    public required IReadOnlyList<string> NumberingColumns { get; init; }

    public required string Silent { get; init; }

    public required string SilentExplained { get; init; }

    public required string Conflicts { get; init; }

    public required string ConflictsExplained { get; init; }

    public required IReadOnlyList<string> ConflictColumns { get; init; }

    public required string ClockIsRight { get; init; }

    public required string OfContent { get; init; }

    public required string OfNumber { get; init; }

    public required string NoGap { get; init; }

    /// <summary>With <c>{count}</c>: ranges that are not listed.</summary>
    public required string More { get; init; }

    public static SourcesWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly SourcesWords Zh = new()
    {
        Title = "来源",
        Explained = "向本系统报送事件的各来源：已存事件、编号缺口与冲突。缺口补报后自动消除；冲突永久保留，原有事件不会被覆盖。",
        None = "还没有来源报送事件。",
        Csv = "下载 CSV",
        Columns = ["来源", "已存事件", "最近事件", "最近入库", "时钟偏差", "编号序列", "缺号", "内容冲突", "编号冲突"],
        Numberings = "编号序列",
        NumberingsExplained = "来源按序列、纪元连续编号时，列出已收到的号段和其间的缺号。首号之前、末号之后是否缺号无从得知。",
        NumberingColumns = ["来源", "序列", "纪元", "已收到", "缺号"],
        Silent = "静默来源",
        SilentExplained = "所服务的单位正在办公，而来源超过静默时限没有报送任何事件。可立项督办。",
        Conflicts = "冲突",
        ConflictsExplained = "内容冲突：同一标识以不同内容再次报送；编号冲突：不同标识占用同一编号。均未入库；如需更改，请报送更正事件。",
        ConflictColumns = ["来源", "事件标识", "类别", "次数", "首次", "最近"],
        ClockIsRight = "正常",
        OfContent = "内容冲突",
        OfNumber = "编号冲突",
        NoGap = "无",
        More = " 等，另有 {count} 段",
    };

    public static readonly SourcesWords En = new()
    {
        Title = "Sources",
        Explained = "Who sends events: what is stored of each, which numbers are missing, and what contradicts. A gap goes when the number comes; a conflict stays, and overwrites nothing.",
        None = "No source has sent an event yet.",
        Csv = "Download CSV",
        Columns = ["Source", "Events stored", "Last event", "Last stored", "Clock off by", "Numberings", "Missing", "Content conflicts", "Number conflicts"],
        Numberings = "Numberings",
        NumberingsExplained = "Of sources that number their events: what is held of each stream and epoch, and what is missing in between. What came before the first or after the last number is not known.",
        NumberingColumns = ["Source", "Stream", "Epoch", "Holds", "Missing"],
        Silent = "Silent sources",
        SilentExplained = "The units for which they send are due to report, and nothing has come for longer than makes a unit silent.",
        Conflicts = "Conflicts",
        ConflictsExplained = "Content: an id was sent again with other content. Number: another id came with a number that is taken. Neither was stored; a change is sent as a correction.",
        ConflictColumns = ["Source", "Event", "Kind", "Times", "First", "Last"],
        ClockIsRight = "right",
        OfContent = "Content",
        OfNumber = "Number",
        NoGap = "none",
        More = " and {count} ranges more",
    };
}
