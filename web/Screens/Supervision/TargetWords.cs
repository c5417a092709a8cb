using OpsBoard.Supervision;
using OpsBoard.Supervision.Plans;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words of targets by month and quarter. Places in braces are filled with printed figures.</summary>
public sealed record TargetWords
{
    public static readonly TargetWords Zh = new()
    {
        Explained = "年度目标按月、按季分解：月度不足记 ▲ 预警，季度不足记 ■ 滞后；只评定已结束的月份和季度。时间看是否按期报送，数量看是否达到当期应达数，质量看口径是否确切、质量指标是否达到。",
        None = "尚未设定目标分解：在数据目录放入 target-plans.json（样例见 docs/examples）。",
        NoneHere = "该范围在这一年没有分解到月的目标。",
        What = "目标",
        Target = "年度目标",
        Reached = "实际",
        Parts = "分子/分母",
        FigureDocument = "数据来源",
        Counted = "系统计数",
        On = "数据日期",
        Months = "逐月逐季：{name}",
        Period = "时段",
        Wanted = "期末应达到",
        Standing = "评定",
        Time = "时间",
        Quantity = "数量",
        Quality = "质量",
        QualityOf = "质量指标 {name} {sign} {value}",
        AllOfThem = "全部",
        Quarter = "第{n}季度",
        Year = "全年",
        Planned = "应达到",
        Summary = "{year}年目标 {target}；最新 {value}。已结束的月份中 {short} 个月数量不足。",
        Across = "月份",
        Csv = "下载目标分解 CSV",
        StandingOf = new Dictionary<PlanStanding, string>
        {
            [PlanStanding.NotBegun] = "未开始",
            [PlanStanding.Running] = "进行中",
            [PlanStanding.NoData] = "无数据",
            [PlanStanding.Unsure] = "约数或无总数，不计为达标",
            [PlanStanding.Met] = "已达到",
            [PlanStanding.Behind] = "未达到",
        },
        TimeShort = "未按期报送",
        QuantityShort = "数量不足",
        QualityShort = "质量指标未达到",
        Inexact = "口径不确切",
        ToldEach = new Dictionary<Cycle, string> { [Cycle.Month] = "按月报送", [Cycle.Quarter] = "按季报送", [Cycle.Year] = "按年报送" },
        AmountsOf = new Dictionary<PlanAmounts, string> { [PlanAmounts.Level] = "存量（期末数）", [PlanAmounts.Flow] = "流量（本年累计）" },
    };

    public static readonly TargetWords En = new()
    {
        Explained = "Targets of the year by month and quarter: a month that is short is a ▲ warning, a quarter ■ behind; only what is over is judged. Time: did a figure come when one was expected. Quantity: was as much reached as was to be. Quality: is the figure exact enough, and the quality's indicator met.",
        None = "No target has been laid out by month: put target-plans.json into the data directory (an example is in docs/examples).",
        NoneHere = "No target of this scope is laid out by month in this year.",
        What = "Target",
        Target = "Of the year",
        Reached = "Reached",
        Parts = "Of what",
        FigureDocument = "Figure from",
        Counted = "counted here",
        On = "Figure of",
        Months = "By month and quarter: {name}",
        Period = "Period",
        Wanted = "Wanted by its end",
        Standing = "Standing",
        Time = "Time",
        Quantity = "Quantity",
        Quality = "Quality",
        QualityOf = "Quality: {name} {sign} {value}",
        AllOfThem = "all",
        Quarter = "Quarter {n}",
        Year = "Whole year",
        Planned = "Wanted",
        Summary = "Target of {year}: {target}; newest {value}. Of the months that are over, {short} were short.",
        Across = "Month",
        Csv = "Download targets as CSV",
        StandingOf = new Dictionary<PlanStanding, string>
        {
            [PlanStanding.NotBegun] = "Not begun",
            [PlanStanding.Running] = "Running",
            [PlanStanding.NoData] = "No data",
            [PlanStanding.Unsure] = "Not exact enough, not counted as met",
            [PlanStanding.Met] = "Met",
            [PlanStanding.Behind] = "Short",
        },
        TimeShort = "no figure came",
        QuantityShort = "too little",
        QualityShort = "quality missed",
        Inexact = "not exact",
        ToldEach = new Dictionary<Cycle, string> { [Cycle.Month] = "a figure each month", [Cycle.Quarter] = "a figure each quarter", [Cycle.Year] = "a figure each year" },
        AmountsOf = new Dictionary<PlanAmounts, string> { [PlanAmounts.Level] = "level (as it stands)", [PlanAmounts.Flow] = "flow (sum of the year)" },
    };

    public required string Explained { get; init; }

    /// <summary>Nothing is configured at all.</summary>
    public required string None { get; init; }

    public required string NoneHere { get; init; }

    public required string What { get; init; }

    public required string Target { get; init; }

    public required string Reached { get; init; }

    public required string Parts { get; init; }

    public required string FigureDocument { get; init; }

    public required string Counted { get; init; }

    public required string On { get; init; }

    public required string Months { get; init; }

    public required string Period { get; init; }

    public required string Wanted { get; init; }

    public required string Standing { get; init; }

    public required string Time { get; init; }

    public required string Quantity { get; init; }

    public required string Quality { get; init; }

    public required string QualityOf { get; init; }

    public required string AllOfThem { get; init; }

    public required string Quarter { get; init; }

    public required string Year { get; init; }

    /// <summary>The line of a chart that is compared with.</summary>
    public required string Planned { get; init; }

    public required string Summary { get; init; }

    public required string Across { get; init; }

    public required string Csv { get; init; }

    public required IReadOnlyDictionary<PlanStanding, string> StandingOf { get; init; }

    public required string TimeShort { get; init; }

    public required string QuantityShort { get; init; }

    public required string QualityShort { get; init; }

    /// <summary>In the place of the former, where what was said cannot be judged.</summary>
    public required string Inexact { get; init; }

    public required IReadOnlyDictionary<Cycle, string> ToldEach { get; init; }

    public required IReadOnlyDictionary<PlanAmounts, string> AmountsOf { get; init; }

    public static TargetWords For(Words words) => words.IsEnglish ? En : Zh;
}
