using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// Which business days are working days (工作日): Monday to Friday, less public holidays, plus the days worked in exchange (调休).
/// A year that no file speaks of is Monday to Friday. Every look-up takes the same short time, however far the days are apart.
/// </summary>
public sealed class WorkingCalendar
{
    public static readonly WorkingCalendar MondayToFriday = new(new Dictionary<BusinessDay, bool>(), Array.Empty<CalendarYear>());

    // 1969-12-29, from which working days are numbered; the first one is number 1.
    private const int FirstMonday = -3;

    private readonly int _first;
    private readonly ImmutableArray<int> _workedUpTo;
    private readonly ImmutableArray<int> _worked;

    /// <param name="exceptions">Days that differ from Monday to Friday: worked (true) or off.</param>
    public WorkingCalendar(IReadOnlyDictionary<BusinessDay, bool> exceptions, IEnumerable<CalendarYear> years)
    {
        Years = [.. years.OrderBy(static year => year.Year)];
        Exceptions = [.. exceptions.Where(static pair => pair.Value != IsWeekday(pair.Key.Number)).OrderBy(static pair => pair.Key)];
        if (Exceptions.IsEmpty) (_workedUpTo, _worked) = ([], []);
        else (_first, _workedUpTo, _worked) = Counted(Exceptions);
    }

    /// <param name="completeYears">Years of which nothing else is to be said.</param>
    public WorkingCalendar(IReadOnlyDictionary<BusinessDay, bool> exceptions, IReadOnlySet<int> completeYears)
        : this(exceptions, completeYears.Select(static year => new CalendarYear(year, "", true, null)))
    {
    }

    /// <summary>The years that the file gives, in order.</summary>
    public ImmutableArray<CalendarYear> Years { get; }

    /// <summary>The days that differ from Monday to Friday, in order: worked (true) or off.</summary>
    public ImmutableArray<KeyValuePair<BusinessDay, bool>> Exceptions { get; }

    public bool IsWorkingDay(BusinessDay day) => UpTo(day.Number) > UpTo(day.Number - 1);

    /// <summary>The n-th working day after the day, which itself does not count; for 0 the day itself.</summary>
    public BusinessDay After(BusinessDay day, int workingDays) => workingDays <= 0 ? day : Worked(UpTo(day.Number) + workingDays);

    /// <summary>The last working day before the day.</summary>
    public BusinessDay Previous(BusinessDay day) => Worked(UpTo(day.Number - 1));

    /// <summary>How many working days lie after <paramref name="first"/>, up to and with <paramref name="last"/>; 0 when it is not later.</summary>
    public int Between(BusinessDay first, BusinessDay last) => Math.Max(0, UpTo(last.Number) - UpTo(first.Number));

    /// <summary>False for a year that the file does not give, or gives in part: then some of its working days are guessed.</summary>
    public bool IsComplete(int year) => YearOf(year) is { IsComplete: true };

    /// <summary>Null for a year that the file does not give.</summary>
    public CalendarYear? YearOf(int year) => Years.FirstOrDefault(known => known.Year == year);

    private static (int First, ImmutableArray<int> WorkedUpTo, ImmutableArray<int> Worked) Counted(ImmutableArray<KeyValuePair<BusinessDay, bool>> exceptions)
    {
        var (first, last) = (exceptions[0].Key.Number, exceptions[^1].Key.Number);
        var known = exceptions.ToDictionary(static pair => pair.Key.Number, static pair => pair.Value);
        var upTo = ImmutableArray.CreateBuilder<int>(last - first + 1);
        var worked = ImmutableArray.CreateBuilder<int>();
        for (var day = first; day <= last; day++)
        {
            if (known.TryGetValue(day, out var isWorked) ? isWorked : IsWeekday(day)) worked.Add(day);
            upTo.Add(WeekdaysUpTo(first - 1) + worked.Count);
        }

        return (first, upTo.ToImmutable(), worked.ToImmutable());
    }

    /// <summary>The number of the last working day up to and with this day. Before and after the exceptions weeks are alike.</summary>
    private int UpTo(int day)
    {
        var position = day - _first;
        if (_workedUpTo.IsEmpty || position < 0) return WeekdaysUpTo(day);
        if (position < _workedUpTo.Length) return _workedUpTo[position];
        return _workedUpTo[^1] + WeekdaysUpTo(day) - WeekdaysUpTo(_first + _workedUpTo.Length - 1);
    }

    private BusinessDay Worked(int number)
    {
        var position = number - WeekdaysUpTo(_first - 1) - 1;
        if (_workedUpTo.IsEmpty || position < 0) return Weekday(number);
        if (position < _worked.Length) return new BusinessDay(_worked[position]);
        return Weekday(number - _workedUpTo[^1] + WeekdaysUpTo(_first + _workedUpTo.Length - 1));
    }

    private static bool IsWeekday(int day) => WeekdaysUpTo(day) > WeekdaysUpTo(day - 1);

    private static int WeekdaysUpTo(int day)
    {
        var (weeks, rest) = Divide(day - FirstMonday, 7);
        return (weeks * 5) + Math.Min(rest + 1, 5);
    }

    private static BusinessDay Weekday(int number)
    {
        var (weeks, rest) = Divide(number - 1, 5);
        return new BusinessDay((weeks * 7) + rest + FirstMonday);
    }

    /// <summary>Rounded down, also before 1969.</summary>
    private static (int Whole, int Remainder) Divide(int value, int by)
    {
        var rest = ((value % by) + by) % by;
        return ((value - rest) / by, rest);
    }
}
