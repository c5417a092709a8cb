namespace OpsBoard.Web.Screens.Admin;

/// <summary>The words of the pages that show what is configured, in one language.</summary>
public sealed record ConfigurationWords
{
    public required string Units { get; init; }

    public required string UnitsExplained { get; init; }

    public required IReadOnlyList<string> UnitColumns { get; init; }

    public required IReadOnlyDictionary<string, string> Levels { get; init; }

    public required string NotRanked { get; init; }

    public required string NoTile { get; init; }

    public required string Apart { get; init; }

    public required string Owes { get; init; }

    public required string OwesNothing { get; init; }

    public required string Always { get; init; }

    public required string AsAbove { get; init; }

    public required string Closed { get; init; }

    public required string OnHolidays { get; init; }

    /// <summary>With <c>{count}</c>.</summary>
    public required string ExceptionsOf { get; init; }

    public required IReadOnlyList<string> Weekdays { get; init; }

    public required string Through { get; init; }

    public required string Grid { get; init; }

    /// <summary>With <c>{late}</c> and <c>{silent}</c>.</summary>
    public required string Limits { get; init; }

    public required string Whole { get; init; }

    public required string Targets { get; init; }

    public required string TargetsExplained { get; init; }

    public required IReadOnlyList<string> TargetColumns { get; init; }

    public required string EveryUnit { get; init; }

    public required string Standing { get; init; }

    public required string InForce { get; init; }

    public required string Kept { get; init; }

    public required string NoTarget { get; init; }

    public required string Coefficients { get; init; }

    public required string CoefficientsExplained { get; init; }

    public required IReadOnlyList<string> CoefficientColumns { get; init; }

    public required string NoCoefficients { get; init; }

    public required string Calendars { get; init; }

    public required string CalendarsExplained { get; init; }

    public required string Years { get; init; }

    public required IReadOnlyList<string> YearColumns { get; init; }

    public required string Complete { get; init; }

    public required string Guessed { get; init; }

    public required string Days { get; init; }

    public required IReadOnlyList<string> DayColumns { get; init; }

    public required string Off { get; init; }

    public required string Worked { get; init; }

    public required string Terms { get; init; }

    public required IReadOnlyList<string> TermColumns { get; init; }

    public static ConfigurationWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly ConfigurationWords Zh = new()
    {
        Units = "单位",
        UnitsExplained = "名册中的单位，按文件次序。名册为数据目录中的 units.json，保存后数秒内生效；有误时沿用原名册并在此提示。",
        UnitColumns = ["路径", "名称", "英文名称", "层级", "同类组", "方格（行, 列）", "报送", "开放时间"],
        Levels = new Dictionary<string, string>(StringComparer.Ordinal) { ["province"] = "省级", ["county"] = "市县级", ["township"] = "乡镇级", ["village"] = "村级" },
        NotRanked = "不排名",
        NoTile = "依次排列",
        Apart = "单列",
        Owes = "应报送",
        OwesNothing = "不适用",
        Always = "全天",
        AsAbove = "同上级",
        Closed = "不开放",
        OnHolidays = "节假日照常",
        ExceptionsOf = "另有 {count} 个特定日期",
        Weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        Through = "至",
        Grid = "方格图预览",
        Limits = "应报送而超过 {late} 未收到事件为“数据过期”，超过 {silent} 为“未上报”（Freshness:LateAfter、Freshness:SilentAfter）。",
        Whole = "全部单位",
        Targets = "目标",
        TargetsExplained = "指标目标及其文件。文件之间不一致的目标全部保留，其中一个用于判定。来自 indicators.json，保存后数秒内生效。",
        TargetColumns = ["指标", "责任单位", "适用单位", "年度", "目标", "文件", "说明", "判定"],
        EveryUnit = "全部",
        Standing = "长期",
        InForce = "现行判定依据",
        Kept = "保留",
        NoTarget = "未设目标",
        Coefficients = "难度系数",
        CoefficientsExplained = "考核得分乘以的系数，来自 assessments.json。",
        CoefficientColumns = ["考核", "适用单位或同类组", "系数", "责任单位", "版本", "文件"],
        NoCoefficients = "未设难度系数，均按 1 计。",
        Calendars = "日历",
        CalendarsExplained = "办理时限按工作日计算：周一至周五，减去放假，加上调休上班。窗口的开放时间另见“单位”。来自 calendar.json 和 counting.json，变更在下次启动时生效并重新计数。",
        Years = "年度",
        YearColumns = ["年度", "工作日", "文件", "状态", "说明"],
        Complete = "完整",
        Guessed = "不完整，部分日期为推定",
        Days = "今年起与周一至周五不同的日期",
        DayColumns = ["日期", "星期", "安排"],
        Off = "放假",
        Worked = "调休上班",
        Terms = "计数口径",
        TermColumns = ["适用单位", "办公时间", "差评联系", "差评整改"],
    };

    public static readonly ConfigurationWords En = new()
    {
        Units = "Units",
        UnitsExplained = "The units of the roster, in the order of its file: units.json in the data directory, in force within seconds of being saved. A file with a mistake is not taken over, and it is said here.",
        UnitColumns = ["Path", "Name", "Chinese name", "Level", "Peer group", "Tile (row, column)", "Reports", "Opening hours"],
        Levels = new Dictionary<string, string>(StringComparer.Ordinal) { ["province"] = "province", ["county"] = "county", ["township"] = "township", ["village"] = "village" },
        NotRanked = "not ranked",
        NoTile = "in order",
        Apart = "apart",
        Owes = "due",
        OwesNothing = "not applicable",
        Always = "always",
        AsAbove = "as above it",
        Closed = "closed",
        OnHolidays = "also on holidays",
        ExceptionsOf = "and {count} single dates",
        Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        Through = "–",
        Grid = "Tile grid",
        Limits = "A unit that is due and was not heard of for {late} is stale, for {silent} not reporting (Freshness:LateAfter, Freshness:SilentAfter).",
        Whole = "All units",
        Targets = "Targets",
        TargetsExplained = "What indicators shall reach, and which document says so. Documents that disagree are all kept, and one of them judges. From indicators.json, in force within seconds of being saved.",
        TargetColumns = ["Indicator", "Owner", "Units", "Year", "Target", "Document", "Note", "Judges"],
        EveryUnit = "all",
        Standing = "standing",
        InForce = "in force",
        Kept = "kept",
        NoTarget = "no target",
        Coefficients = "Coefficients",
        CoefficientsExplained = "By which the score of an assessment is multiplied. From assessments.json.",
        CoefficientColumns = ["Assessment", "Unit or peer group", "Coefficient", "Owner", "Version", "Document"],
        NoCoefficients = "None is set: all count as 1.",
        Calendars = "Calendars",
        CalendarsExplained = "Time limits run on working days: Monday to Friday, less the days off, plus those worked in exchange. When windows are open is another matter: see Units. From calendar.json and counting.json; a change takes effect at the next start, which counts anew.",
        Years = "Years",
        YearColumns = ["Year", "Working days", "Document", "State", "Note"],
        Complete = "complete",
        Guessed = "not complete: some days are guessed",
        Days = "Days unlike Monday to Friday, from this year on",
        DayColumns = ["Date", "Weekday", "Is"],
        Off = "off",
        Worked = "worked in exchange",
        Terms = "Terms of counting",
        TermColumns = ["Units", "Office hours", "Contact after a bad review", "Rectified"],
    };
}
