using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// What one business day starts in one department, told in time order; cases and reviews reach into later days.
/// Actions run at their time and tell events of that very moment.
/// </summary>
/// <param name="strand">Tells several stories of one department and day apart, in their names and in their chances.</param>
/// <param name="silentDays">Days from the first on, of which nothing is told: what happens on them only leads to later events.</param>
internal sealed class Story(Department department, DateOnly day, long seed, int silentDays, string strand = "")
{
    private readonly PriorityQueue<Action, (long Time, long Order)> _agenda = new();
    private readonly List<ServiceEvent> _told = [];
    private readonly DateTimeOffset _midnight = Hours.Midnight(day);

    // The number of windows is part of it, since a day with more windows is another day: the same name never stands for two contents.
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-s{seed}n{department.Windows.Length}-{department.County}-{department.Kind.Segment}{strand}");

    private readonly ImmutableArray<Item> _used = [.. department.Items.Where(item => item.IsUsed)];
    private readonly Dictionary<char, int> _numbers = [];
    private readonly long _start = silentDays * Hours.Day;
    private long _order;

    public Department Department => department;

    public DateOnly Day => day;

    public Pace Pace { get; } = Pace.Of(department);

    public Chance Chance { get; } = new(seed, day, department.Path + strand);

    /// <summary>Milliseconds since the midnight at which the day began.</summary>
    public long Now { get; private set; }

    public DateTimeOffset Instant(long time) => _midnight.AddTicks(time * TimeSpan.TicksPerMillisecond);

    /// <summary>Nothing happens in the past: an earlier time is taken as now. Actions of one time run in the order in which they were asked for.</summary>
    public void At(long time, Action action) => _agenda.Enqueue(action, (Math.Max(time, Now), _order++));

    public void After(double milliseconds, Action action) => At(Now + (long)milliseconds, action);

    /// <summary>The time of that many working days later, at midnight.</summary>
    public long DayAhead(int workingDays) => WorkingDays.CalendarDays(day, workingDays) * Hours.Day;

    /// <summary>Some time of a day in office hours.</summary>
    public long TimeOfDay() => (long)Chance.Between(Hours.Open, Hours.Close - 5 * Hours.Minute);

    /// <summary>The time itself, or if nobody works then, soon after the next opening.</summary>
    public long InOfficeHours(long time)
    {
        var (days, rest) = Math.DivRem(time, Hours.Day);
        var isWorkingDay = WorkingDays.IsWorkingDay(day.AddDays((int)days));
        if (isWorkingDay && rest < Hours.Open) return days * Hours.Day + Hours.Open + rest % (20 * Hours.Minute);
        if (isWorkingDay && rest <= Hours.Close) return time;
        var next = days + WorkingDays.CalendarDays(day.AddDays((int)days), 1);
        return next * Hours.Day + Hours.Open + rest % (40 * Hours.Minute);
    }

    /// <summary>One of the department's items that are asked for.</summary>
    public Item DrawItem(bool preferZeroTrip = false)
    {
        var item = _used[Chance.Whole(_used.Length)];
        return item.IsZeroTrip || !preferZeroTrip ? item : _used.FirstOrDefault(other => other.IsZeroTrip) ?? item;
    }

    /// <summary>A name that no other ticket, case, review or order has, whatever the day.</summary>
    public string NewName(char letter) => Name(letter, NewNumber(letter));

    public void Tell(EventType type, Window window, EventData data)
    {
        var number = NewNumber('e');
        if (Now >= _start) Tell(type, window, data, Name('e', number));
    }

    /// <summary>For events that may be left out, and whose absence shall not renumber the others: at most one a second for each window.</summary>
    public void TellUnnumbered(EventType type, Window window, EventData data) => Tell(
        type,
        window,
        data,
        string.Create(CultureInfo.InvariantCulture, $"{_name}-{window.Path.AsSpan(window.Path.LastIndexOf('/') + 1)}-{Now / Hours.Second}"));

    public IEnumerable<ServiceEvent> Run()
    {
        while (_agenda.TryDequeue(out var action, out var due))
        {
            Now = due.Time;
            _told.Clear();
            action();
            foreach (var told in _told) yield return told;
        }
    }

    private void Tell(EventType type, Window window, EventData data, string id) =>
        _told.Add(new(department.Source, id, type, window.Path, Instant(Now), data));

    private int NewNumber(char letter) => _numbers[letter] = _numbers.GetValueOrDefault(letter) + 1;

    private string Name(char letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{_name}-{letter}{number:0000}");
}
