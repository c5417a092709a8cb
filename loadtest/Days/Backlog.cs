namespace OpsBoard.LoadTest;

/// <summary>
/// What a feed tells before its first day: the item catalogue, and the slow work of the four weeks before. Both carry times and names of
/// their own, so a feed that begins again repeats them and nothing counts twice.
/// </summary>
internal sealed class Backlog(Province province, DateOnly first, long seed)
{
    /// <summary>Before every day that a feed can begin on.</summary>
    private static readonly DateTimeOffset ListedSince = Hours.Midnight(new DateOnly(2024, 1, 1));

    /// <summary>In time order, all of it before the first day.</summary>
    public IEnumerable<ServiceEvent> Events() =>
        province.Departments.SelectMany(List).Concat(TimeOrder.Merge(Stories(province, seed, first.AddDays(-SlowWork.Days), first.AddDays(-1), first.AddDays(-SlowWork.Days))));

    /// <summary>The slow work that began from one day to another, both included, as far as it happens before the day after the last.</summary>
    /// <param name="silentUntil">What happened before this day is not told.</param>
    public static IEnumerable<IEnumerable<ServiceEvent>> Stories(Province province, long seed, DateOnly begin, DateOnly last, DateOnly silentUntil)
    {
        var end = Hours.Midnight(last.AddDays(1));
        return
            from back in Enumerable.Range(0, last.DayNumber - begin.DayNumber + 1)
            from department in province.Departments
            where department.Kind.Visits > 0
            select Tell(department, last.AddDays(-back)).TakeWhile(told => told.Time < end);

        IEnumerable<ServiceEvent> Tell(Department department, DateOnly day)
        {
            var story = new Story(department, day, seed, Math.Max(0, silentUntil.DayNumber - day.DayNumber), SlowWork.Strand);
            new SlowWork(story).Plan();
            return story.Run();
        }
    }

    private static IEnumerable<ServiceEvent> List(Department department) => department.Items.Select(item => new ServiceEvent(
        department.Source,
        // Where a department has more windows, its items are listed at others: another name, as with days.
        $"listed-n{department.Windows.Length}-{department.County}-{item.Code}",
        EventType.ItemListed,
        item.Window.Path,
        ListedSince,
        new() { Item = item.Code, ZeroTrip = item.IsZeroTrip, Comprehensive = item.IsComprehensive, CrossProvince = item.IsCrossProvince, OneThing = item.IsOneThing }));
}
