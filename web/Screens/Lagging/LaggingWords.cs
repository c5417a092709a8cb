using OpsBoard.Web.Screens.Pickers;

namespace OpsBoard.Web.Screens.Lagging;

/// <summary>The words of the screen of lagging units. Places in braces are filled with names and printed figures.</summary>
public sealed record LaggingWords
{
    public static readonly LaggingWords Zh = new()
    {
        Lead = "{unit}若不计入，{parent}{indicator}为 {without}，现为 {value}：{effect}。",
        NoneHarms = "没有单位使{parent}{indicator}变差，现为 {value}（{parts}）。",
        OnlyOne = "只有{unit}有数据，无从比较。",
        NoData = "{parent}在此期间没有“{indicator}”的数据，没有可比较的单位。",
        NotARate = "“{indicator}”是件数而不是比率，不存在拉低它的单位，份额不可相加。请另选指标。",
        NoChildren = "{parent}没有下级单位。",
        Gap = "{parent} {value}（{parts}），目标 {target}，与目标相差 {gap} 个百分点；下列份额相加（含没有可用数据的单位）为 {sum} 个百分点。",
        NoTarget = "{parent} {value}（{parts}）。此指标未设目标，只列影响，不列份额。",
        Down = "拉低 {points} 个百分点",
        Up = "拉高 {points} 个百分点",
        None = "无影响",
        NothingElse = "仅此一个单位",
        DownBelow = "拉低不足 0.01 个百分点",
        UpBelow = "拉高不足 0.01 个百分点",
        Effect = "影响",
        Share = "份额（个百分点）",
        Needed = "达标还需",
        Own = "本单位",
        Trend = "近 14 天",
        TrendOf = "近 14 天最低 {low}，最高 {high}，最近一天 {last}",
        NoTrend = "近 14 天无数据",
        Reporting = "{n}/{all} 个单位在报",
        Apart = "没有可用数据的单位",
        ApartNote = "它们的计数仍在上级合计之内，影响不作评判。",
        State = "数据状态",
        Owner = "责任部门：{owner}",
        Reached = "已达标",
        NeededBy = new Dictionary<IndicatorFamily, string>
        {
            [IndicatorFamily.Cases] = "再办结 {n} 件可达标",
            [IndicatorFamily.Items] = "再增 {n} 项可达标",
            [IndicatorFamily.Reviews] = "再增 {n} 条可达标",
            [IndicatorFamily.Hotline] = "再增 {n} 单可达标",
            [IndicatorFamily.Coverage] = "再增 {n} 个可达标",
        },
        Fewer = "减少 {n} 可达标",
        Overview = "总览",
    };

    public static readonly LaggingWords En = new()
    {
        Lead = "Without {unit}, {parent} would stand at {without} instead of {value} ({indicator}): {effect}.",
        NoneHarms = "No unit makes {parent} worse: {indicator} stands at {value} ({parts}).",
        OnlyOne = "Only {unit} has figures, so there is nothing to compare.",
        NoData = "{parent} has no figures for “{indicator}” in this period, so no units can be compared.",
        NotARate = "“{indicator}” is a count and no rate: no unit holds it back, and there are no shares that add up. Please choose another indicator.",
        NoChildren = "{parent} has no units beneath it.",
        Gap = "{parent} {value} ({parts}), target {target}, {gap} points away from it; the shares below, units without usable figures included, add up to {sum} points.",
        NoTarget = "{parent} {value} ({parts}). No target is set for this indicator, so there are effects but no shares.",
        Down = "pulls down {points} points",
        Up = "pulls up {points} points",
        None = "no effect",
        NothingElse = "the only unit",
        DownBelow = "pulls down <0.01 points",
        UpBelow = "pulls up <0.01 points",
        Effect = "Effect",
        Share = "Share (points)",
        Needed = "To reach the target",
        Own = "Own value",
        Trend = "Last 14 days",
        TrendOf = "Last 14 days: lowest {low}, highest {high}, latest {last}",
        NoTrend = "No figures in the last 14 days",
        Reporting = "{n}/{all} units report",
        Apart = "Units without usable figures",
        ApartNote = "Their counts are still part of the total above; their effect is not judged.",
        State = "State",
        Owner = "Office in charge: {owner}",
        Reached = "reached",
        NeededBy = new Dictionary<IndicatorFamily, string>
        {
            [IndicatorFamily.Cases] = "{n} more cases",
            [IndicatorFamily.Items] = "{n} more items",
            [IndicatorFamily.Reviews] = "{n} more reviews",
            [IndicatorFamily.Hotline] = "{n} more orders",
            [IndicatorFamily.Coverage] = "{n} more units",
        },
        Fewer = "{n} fewer",
        Overview = "Overview",
    };

    public required string Lead { get; init; }

    public required string NoneHarms { get; init; }

    public required string OnlyOne { get; init; }

    public required string NoData { get; init; }

    public required string NotARate { get; init; }

    public required string NoChildren { get; init; }

    public required string Gap { get; init; }

    public required string NoTarget { get; init; }

    public required string Down { get; init; }

    public required string Up { get; init; }

    public required string None { get; init; }

    public required string NothingElse { get; init; }

    /// <summary>Less than a hundredth of a point.</summary>
    public required string DownBelow { get; init; }

    public required string UpBelow { get; init; }

    public required string Effect { get; init; }

    public required string Share { get; init; }

    public required string Needed { get; init; }

    public required string Own { get; init; }

    public required string Trend { get; init; }

    public required string TrendOf { get; init; }

    public required string NoTrend { get; init; }

    public required string Reporting { get; init; }

    public required string Apart { get; init; }

    public required string ApartNote { get; init; }

    public required string State { get; init; }

    public required string Owner { get; init; }

    public required string Reached { get; init; }

    public required IReadOnlyDictionary<IndicatorFamily, string> NeededBy { get; init; }

    public required string Fewer { get; init; }

    /// <summary>Of the link to the unit's own page.</summary>
    public required string Overview { get; init; }

    public static LaggingWords For(Words words) => words.IsEnglish ? En : Zh;
}
