using System.Globalization;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// Prints every number, time and duration of the screens, the push and the CSV; nothing else does. Times and dates are those of
/// the province (UTC+8) and rules are invariant, whatever the zone and culture of the server. All fractions are cut toward zero,
/// never rounded, so a screen never shows more than was reached.
/// </summary>
public static class Print
{
    private const long TenThousand = 10_000;
    private const long Million = 1_000_000;
    private const long HundredMillion = 100_000_000;
    private const string Weekdays = "日一二三四五六";

    /// <summary>Full digits below ten thousand, then one decimal: <c>12.3万</c>, <c>1.2亿</c>; <c>12.3k</c>, <c>1.2M</c>.</summary>
    public static Wording Count(long count) => Math.Abs(count) switch
    {
        < TenThousand => Same(Plain(count)),
        < Million => new(OneDecimal(count, TenThousand) + "万", OneDecimal(count, 1000) + "k"),
        < HundredMillion => new(OneDecimal(count, TenThousand) + "万", OneDecimal(count, Million) + "M"),
        _ => new(OneDecimal(count, HundredMillion) + "亿", OneDecimal(count, Million) + "M"),
    };

    /// <summary>Full digits with separators, for tables and sheets: <c>1,234,567</c>.</summary>
    public static string Digits(long count) => Signed(count, Math.Abs(count).ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>One whole number of another: <c>14/20</c>.</summary>
    public static string Fraction(long part, long whole) => $"{Plain(part)}/{Plain(whole)}";

    /// <summary>
    /// A percentage with one decimal, worked out in whole numbers: never <c>100.0%</c> below the whole, and <c>&lt;0.1%</c> rather
    /// than nothing. More than the whole is possible (<c>101.3%</c>).
    /// </summary>
    /// <param name="denominator">Above 0: a rate without one is no data and has no text.</param>
    public static string Rate(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var thousandths = (Int128)numerator * 1000 / denominator;
        if (thousandths == 0 && numerator > 0) return "<0.1%";
        return string.Create(CultureInfo.InvariantCulture, $"{thousandths / 10}.{thousandths % 10}%");
    }

    /// <summary>A difference in percentage points with its sign: <c>−0.42</c>, <c>+1.00</c>, <c>0.00</c>. Cut to hundredths before.</summary>
    public static string Points(decimal points) => (points > 0 ? "+" : points < 0 ? "−" : "") + Score(Math.Abs(points));

    /// <summary>A score or a coefficient: two decimals, more only where there are more: <c>62.10</c>, <c>1.05</c>, <c>1.025</c>.</summary>
    public static string Score(decimal score) => (score < 0 ? "−" : "") + Math.Abs(score).ToString("#,##0.00##", CultureInfo.InvariantCulture);

    /// <summary>By how much a count moved: <c>+3</c>, <c>−1</c>, <c>0</c>.</summary>
    public static string Change(long by) => by > 0 ? "+" + Digits(by) : Digits(by);

    /// <summary><c>11-21 10:42</c>: within the year, to the minute.</summary>
    public static string Moment(DateTimeOffset instant) => Local(instant).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>10:42:05</c></summary>
    public static string Time(DateTimeOffset instant) => Local(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>10:42</c></summary>
    public static string HourMinute(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>2026年11月21日 星期六</c>; <c>Saturday, 21 November 2026</c></summary>
    public static Wording Date(BusinessDay day)
    {
        var date = day.Date;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日 星期{Weekdays[(int)date.DayOfWeek]}"),
            date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    /// <summary><c>11月21日</c>; <c>21 Nov</c></summary>
    public static Wording MonthDay(BusinessDay day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{day.Date.Month}月{day.Date.Day}日"), day.Date.ToString("d MMM", CultureInfo.InvariantCulture));

    /// <summary><c>2026年11月</c>; <c>Nov 2026</c></summary>
    public static Wording Month(DateOnly month) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月"), month.ToString("MMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>To the second below an hour, to the minute from there: <c>45秒</c>, <c>3分20秒</c>, <c>2小时05分</c>.</summary>
    public static Wording Duration(long seconds) => seconds switch
    {
        < 60 => Of($"{seconds}秒", $"{seconds} s"),
        < 3600 => Of($"{seconds / 60}分{seconds % 60:00}秒", $"{seconds / 60} min {seconds % 60:00} s"),
        _ => Hours(seconds),
    };

    /// <summary>
    /// Whole minutes, so that a wait that only grows is printed anew once a minute: <c>0分钟</c> when nobody waits,
    /// <c>不到1分钟</c>, <c>12分钟</c>, <c>2小时05分</c>.
    /// </summary>
    public static Wording Wait(long? seconds) => seconds switch
    {
        null => new("0分钟", "0 min"),
        < 60 => new("不到1分钟", "<1 min"),
        < 3600 => Of($"{seconds / 60}分钟", $"{seconds / 60} min"),
        { } hours => Hours(hours),
    };

    /// <summary>One whole number and its largest unit, as ages are shown that grow by themselves: <c>45 秒</c>, <c>18 分钟</c>, <c>3 小时</c>, <c>2 天</c>.</summary>
    public static Wording Age(long seconds)
    {
        var (count, pattern) = Math.Max(0, seconds) switch
        {
            < 60 and var s => (s, AgePatterns[0]),
            < 3600 and var s => (s / 60, AgePatterns[1]),
            < 86_400 and var s => (s / 3600, AgePatterns[2]),
            var s => (s / 86_400, AgePatterns[3]),
        };
        var number = Plain(count);
        return new(pattern.Zh.Replace("{n}", number, StringComparison.Ordinal), pattern.En.Replace("{n}", number, StringComparison.Ordinal));
    }

    /// <summary>How ages read, for seconds, minutes, hours and days; the page hands them to the module, which lets ages grow.</summary>
    public static IReadOnlyList<Wording> AgePatterns { get; } =
        [new("{n} 秒", "{n} s"), new("{n} 分钟", "{n} min"), new("{n} 小时", "{n} h"), new("{n} 天", "{n} d")];

    private static Wording Hours(long seconds) =>
        Of($"{seconds / 3600}小时{seconds / 60 % 60:00}分", $"{seconds / 3600}:{seconds / 60 % 60:00} h");

    private static Wording Of(FormattableString zh, FormattableString en) => new(FormattableString.Invariant(zh), FormattableString.Invariant(en));

    private static Wording Same(string text) => new(text, text);

    private static string Plain(long count) => Signed(count, Math.Abs(count).ToString(CultureInfo.InvariantCulture));

    private static string OneDecimal(long count, long unit)
    {
        var tenths = Math.Abs(count) / (unit / 10);
        return Signed(count, string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}"));
    }

    private static string Signed(long count, string digits) => count < 0 ? "−" + digits : digits;

    private static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(BusinessDay.Offset);
}
