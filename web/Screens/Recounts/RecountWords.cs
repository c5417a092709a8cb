namespace OpsBoard.Web.Screens.Recounts;

/// <summary>The words of the page of the recount in one language.</summary>
public sealed record RecountWords
{
    public required string Title { get; init; }

    public required string Explained { get; init; }

    public required string Off { get; init; }

    /// <summary>By <see cref="Recount.RecountHealth.Status"/>.</summary>
    public required IReadOnlyDictionary<string, string> Verdicts { get; init; }

    public required string Rounds { get; init; }

    public required string Round { get; init; }

    public required string Last { get; init; }

    public required string Running { get; init; }

    public required string Started { get; init; }

    public required string Finished { get; init; }

    public required string Windows { get; init; }

    public required string Events { get; init; }

    public required string Cells { get; init; }

    public required string Differing { get; init; }

    public required string Differences { get; init; }

    public required string Window { get; init; }

    public required string Figure { get; init; }

    public required string Stored { get; init; }

    public required string Recounted { get; init; }

    public required string UnitsApart { get; init; }

    public static RecountWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly RecountWords Zh = new()
    {
        Title = "重算核对",
        Explained = "服务器在后台用独立的 SQL 从原始事件逐窗口重新计数，并与存储的数字逐项比较。发现不一致只报警，不自动修复。",
        Off = "后台重算已在配置中关闭（Recount:Background）。",
        Verdicts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["never"] = "◆ 本次启动后尚未完成一轮重算",
            ["equal"] = "● 一致：最近一轮的全部数字与原始事件相符",
            ["differs"] = "▲ 不一致：下列数字与原始事件不符",
        },
        Rounds = "重算轮次",
        Round = "轮次",
        Last = "最近完成",
        Running = "正在进行",
        Started = "开始",
        Finished = "结束",
        Windows = "窗口",
        Events = "事件",
        Cells = "窗口·日",
        Differing = "不一致",
        Differences = "不一致的数字",
        Window = "窗口",
        Figure = "数字",
        Stored = "存储",
        Recounted = "重算",
        UnitsApart = "看板数字与存储不符的单位",
    };

    public static readonly RecountWords En = new()
    {
        Title = "Recount",
        Explained = "In the background the server counts the raw events anew, window by window, in SQL of its own, and compares every figure with what is stored. A difference is an alarm and is never repaired silently.",
        Off = "The recount in the background is turned off in the configuration (Recount:Background).",
        Verdicts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["never"] = "◆ No full round since the server started",
            ["equal"] = "● Equal: all figures of the last round are what the raw events say",
            ["differs"] = "▲ Different: the figures below are not what the raw events say",
        },
        Rounds = "Rounds of the recount",
        Round = "Round",
        Last = "Last finished",
        Running = "Under way",
        Started = "Started",
        Finished = "Finished",
        Windows = "Windows",
        Events = "Events",
        Cells = "Window days",
        Differing = "Differing",
        Differences = "Figures that differ",
        Window = "Window",
        Figure = "Figure",
        Stored = "Stored",
        Recounted = "Recounted",
        UnitsApart = "Units whose boards are not as the journal",
    };
}
