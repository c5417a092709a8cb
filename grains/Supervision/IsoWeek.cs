using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>
/// A week as ISO 8601 counts them, from Monday to Sunday in the province's zone; written <c>2022-W30</c>. It belongs to the month, the quarter and
/// the year in which its Thursday lies, so each has whole weeks.
/// </summary>
[GenerateSerializer, Immutable, Alias("IsoWeek")]
public readonly record struct IsoWeek : IComparable<IsoWeek>
{
    private const int FirstYear = 1992;
    private const int LastYear = 2100;
    private const int DaysOfWeek = 7;

    private IsoWeek(int year, int week) => (Year, Week) = (year, week);

    [Id(0)]
    public int Year { get; private init; }

    /// <summary>From 1; 52 or 53 at most, as the year has them.</summary>
    [Id(1)]
    public int Week { get; private init; }

    /// <summary>From 1 to 12.</summary>
    public int Month => Thursday.Month;

    /// <summary>From 1 to 4.</summary>
    public int Quarter => ((Month - 1) / 3) + 1;

    public BusinessDay Monday => BusinessDay.Of(DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Week, DayOfWeek.Monday)));

    /// <summary>The first millisecond after it, in unix milliseconds.</summary>
    public long EndMs => new BusinessDay(Monday.Number + DaysOfWeek).StartMs;

    public IsoWeek Next => Of(new BusinessDay(Monday.Number + DaysOfWeek));

    private DateOnly Thursday => Monday.Date.AddDays(3);

    public static int WeeksIn(int year) => ISOWeek.GetWeeksInYear(year);

    public static IsoWeek Of(BusinessDay day)
    {
        var date = day.Date.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>Of a year from 1992 to 2100, and a week that this year has.</summary>
    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W') return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear) return false;
        if (!int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > WeeksIn(year)) return false;
        week = new IsoWeek(year, number);
        return true;
    }

    /// <summary>The last instant of the month that the week belongs to is before this one.</summary>
    public long EndOfMonthMs => BusinessDay.Of(new DateOnly(Year, Month, 1).AddMonths(1)).StartMs;

    public long EndOfQuarterMs => BusinessDay.Of(new DateOnly(Year, (Quarter * 3) - 2, 1).AddMonths(3)).StartMs;

    public int CompareTo(IsoWeek other) => (Year, Week).CompareTo((other.Year, other.Week));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Week:00}");
}
