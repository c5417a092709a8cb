using OpsBoard.Supervision;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>The words of the wall's views in one language.</summary>
public sealed record WallWords
{
    public static readonly WallWords Zh = new()
    {
        View = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [WallView.Overview] = "总览",
            [WallView.Grid] = "一览",
            [WallView.Lagging] = "短板",
            [WallView.Reviews] = "差评",
            [WallView.Supervision] = "督办",
            [WallView.Windows] = "大厅",
        },
        LongestWait = "当前最长等候",
        Views = "切换画面",
        Previous = "上一屏",
        Next = "下一屏",
        LaggingTitle = "短板",
        LaggingNote = "今日指标与目标",
        Target = "目标",
        Gap = "差距",
        Points = "个百分点",
        HeldBack = "拉低最多",
        NobodyHoldsBack = "没有单位拉低",
        ReviewsTitle = "差评闭环",
        ReviewsToday = "今日新增差评",
        InHand = "整改处理中",
        Oldest = "最久未结",
        ReviewsMost = "待办最多",
        WindowsTitle = "大厅窗口",
        Open = "开放",
        Paused = "暂停",
        Offline = "离线",
        Silent = "静默",
        WindowsMost = "未正常服务最多",
        Rest = "其余",
        NobodyReports = "没有单位在报，无法判断",
        RestNormal = "个单位正常",
        RestNoted = "个单位需关注",
        Waiting = "等候",
        SupervisionTitle = "督办·堵点",
        EntriesOpen = "在办",
        EntriesBehind = "滞后",
        EntriesWarning = "预警",
        EntriesExplained = "已说明延期",
        ProblemsSolved = "堵点解决率",
        ProblemsSolvedWithout = "不含移交上级",
        TasksClosed = "事项销号率",
        EntriesIn = new Dictionary<TaskState, string>
        {
            [TaskState.Registered] = "立项",
            [TaskState.Assigned] = "交办",
            [TaskState.Progressing] = "推进中",
            [TaskState.ClosureRequested] = "申请销号",
            [TaskState.Closed] = "办结",
            [TaskState.HandedUp] = "移交上级",
        },
        EntriesLongest = "滞后最久",
        Entry = "事项 · 牵头单位",
        EntryDue = "完成时限",
        EntryLate = "逾期",
        NoneBehind = "没有滞后事项",
    };

    public static readonly WallWords En = new()
    {
        View = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [WallView.Overview] = "Overview",
            [WallView.Grid] = "Units",
            [WallView.Lagging] = "Lagging",
            [WallView.Reviews] = "Reviews",
            [WallView.Supervision] = "Supervision",
            [WallView.Windows] = "Windows",
        },
        LongestWait = "Longest wait now",
        Views = "Change the view",
        Previous = "Previous view",
        Next = "Next view",
        LaggingTitle = "Lagging",
        LaggingNote = "today against targets",
        Target = "Target",
        Gap = "Gap",
        Points = "points",
        HeldBack = "Held back by",
        NobodyHoldsBack = "No unit holds back",
        ReviewsTitle = "Bad reviews",
        ReviewsToday = "New today",
        InHand = "In hand",
        Oldest = "Oldest open",
        ReviewsMost = "Most to do",
        WindowsTitle = "Service windows",
        Open = "Open",
        Paused = "Paused",
        Offline = "Offline",
        Silent = "Silent",
        WindowsMost = "Most windows not serving",
        Rest = "Others:",
        NobodyReports = "No unit reports: nothing can be said",
        RestNormal = "normal",
        RestNoted = "to watch",
        Waiting = "waiting",
        SupervisionTitle = "Supervision",
        EntriesOpen = "open",
        EntriesBehind = "Behind",
        EntriesWarning = "Warning",
        EntriesExplained = "Explained",
        ProblemsSolved = "Problems solved",
        ProblemsSolvedWithout = "Not handed up",
        TasksClosed = "Tasks closed",
        EntriesIn = new Dictionary<TaskState, string>
        {
            [TaskState.Registered] = "registered",
            [TaskState.Assigned] = "assigned",
            [TaskState.Progressing] = "in progress",
            [TaskState.ClosureRequested] = "closing",
            [TaskState.Closed] = "closed",
            [TaskState.HandedUp] = "handed up",
        },
        EntriesLongest = "Behind longest",
        Entry = "Entry, lead unit",
        EntryDue = "Due",
        EntryLate = "Late",
        NoneBehind = "Nothing is behind",
    };

    /// <summary>By <see cref="WallView"/>: what each view is called on its button.</summary>
    public required IReadOnlyDictionary<string, string> View { get; init; }

    /// <summary>The headline says what the tables leave to their context.</summary>
    public required string LongestWait { get; init; }

    public required string Views { get; init; }

    public required string Previous { get; init; }

    public required string Next { get; init; }

    public required string LaggingTitle { get; init; }

    public required string LaggingNote { get; init; }

    public required string Target { get; init; }

    public required string Gap { get; init; }

    public required string Points { get; init; }

    public required string HeldBack { get; init; }

    public required string NobodyHoldsBack { get; init; }

    public required string ReviewsTitle { get; init; }

    public required string ReviewsToday { get; init; }

    public required string InHand { get; init; }

    public required string Oldest { get; init; }

    public required string ReviewsMost { get; init; }

    public required string WindowsTitle { get; init; }

    public required string Open { get; init; }

    public required string Paused { get; init; }

    public required string Offline { get; init; }

    public required string Silent { get; init; }

    public required string WindowsMost { get; init; }

    /// <summary>Stands where a list would say that nothing is wrong.</summary>
    public required string NobodyReports { get; init; }

    /// <summary>Before and after the number of those that a list leaves out.</summary>
    public required string Rest { get; init; }

    public required string RestNormal { get; init; }

    public required string RestNoted { get; init; }

    public required string Waiting { get; init; }

    public required string SupervisionTitle { get; init; }

    /// <summary>Before the number of open entries of the ledger, and above those that carry a mark.</summary>
    public required string EntriesOpen { get; init; }

    public required string EntriesBehind { get; init; }

    public required string EntriesWarning { get; init; }

    public required string EntriesExplained { get; init; }

    public required string ProblemsSolved { get; init; }

    /// <summary>The same rate without problems that were handed up; stands beside it.</summary>
    public required string ProblemsSolvedWithout { get; init; }

    public required string TasksClosed { get; init; }

    public required IReadOnlyDictionary<TaskState, string> EntriesIn { get; init; }

    public required string EntriesLongest { get; init; }

    public required string Entry { get; init; }

    public required string EntryDue { get; init; }

    public required string EntryLate { get; init; }

    public required string NoneBehind { get; init; }

    public static WallWords For(Words words) => words.IsEnglish ? En : Zh;
}
