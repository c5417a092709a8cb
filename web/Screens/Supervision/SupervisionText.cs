using System.Globalization;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Pickers;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>How the figures of the ledger read; numbers themselves are printed by <see cref="Print"/>.</summary>
internal static class SupervisionText
{
    /// <summary>100余件 is <c>≥ 100</c>, 近百 <c>≈ 100</c>.</summary>
    public static string Of(long value, MilestoneQualifier qualifier) => qualifier switch
    {
        MilestoneQualifier.AtLeast => $"≥ {Print.Digits(value)}",
        MilestoneQualifier.About => $"≈ {Print.Digits(value)}",
        _ => Print.Digits(value),
    };

    /// <summary><c>25.0%</c>; a dash where there is nothing to divide by.</summary>
    public static string Rate(int part, int whole) => whole > 0 ? Print.Rate(part, whole) : "—";

    /// <summary><c>2026-W30（7月20日—7月26日）</c></summary>
    public static string Of(IsoWeek week, SupervisionWords own, Words words) => own.Week.Fill(
        ("week", $"{week}"),
        ("from", words.Of(Print.MonthDay(week.Monday))),
        ("to", words.Of(Print.MonthDay(new BusinessDay(week.Next.Monday.Number - 1)))));

    /// <summary><c>2026-11-20 10:42</c>: entries go over years.</summary>
    public static string Moment(long atMs) =>
        $"{BusinessDay.Of(atMs)} {Print.HourMinute(DateTimeOffset.FromUnixTimeMilliseconds(atMs))}";

    public static string Thousandths(int thousandths) => Print.Score(thousandths / 1000m);

    public static string? LevelOf(TaskMark mark) => mark switch
    {
        TaskMark.Explained => Levels.Watch,
        TaskMark.Warning => Levels.Warning,
        TaskMark.Behind => Levels.Behind,
        _ => null,
    };

    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
