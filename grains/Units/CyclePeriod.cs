using System.Globalization;

namespace OpsBoard.Units;

/// <summary>One month, quarter or year of the calendar; written <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>.</summary>
/// <param name="Number">In its year, from 1.</param>
public readonly record struct CyclePeriod(Cycle Cycle, int Year, int Number)
{
    private const int MonthsOfAYear = 12;

    public BusinessDay First => BusinessDay.Of(FirstMonth);

    /// <summary>The last day that is in it.</summary>
    public BusinessDay Last => BusinessDay.Of(FirstMonth.AddMonths(MonthsIn(Cycle)).AddDays(-1));

    /// <summary>The last month of it, from 1 to 12.</summary>
    public int LastMonth => Number * MonthsIn(Cycle);

    private DateOnly FirstMonth => new(Year, ((Number - 1) * MonthsIn(Cycle)) + 1, 1);

    public static CyclePeriod Of(Cycle cycle, BusinessDay day) => new(cycle, day.Date.Year, ((day.Date.Month - 1) / MonthsIn(cycle)) + 1);

    /// <summary>All of a year, in order.</summary>
    public static IEnumerable<CyclePeriod> In(int year, Cycle cycle) => Enumerable.Range(1, MonthsOfAYear / MonthsIn(cycle)).Select(number => new CyclePeriod(cycle, year, number));

    /// <summary>Whether the day is in it.</summary>
    public bool Has(BusinessDay day) => Of(Cycle, day) == this;

    /// <summary>A text of the cycle's form, of a year from 1 to 9999.</summary>
    public static bool TryParse(Cycle cycle, string? text, out CyclePeriod period)
    {
        period = default;
        if (text is not { Length: >= 4 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0) return false;
        // Written again, it must be the same: so there is one form of each.
        foreach (var each in In(year, cycle).Where(each => $"{each}" == text))
        {
            period = each;
            return true;
        }

        return false;
    }

    public override string ToString() => Cycle switch
    {
        Cycle.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        Cycle.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
    };

    private static int MonthsIn(Cycle cycle) => cycle switch
    {
        Cycle.Month => 1,
        Cycle.Quarter => 3,
        _ => MonthsOfAYear,
    };
}
