namespace OpsBoard.LoadTest;

public sealed class BacklogTests
{
    private static readonly IReadOnlyList<ServiceEvent> Told = [.. Backlog(Some.Day)];

    [Fact]
    public void Everything_in_it_lies_before_the_first_day_and_comes_in_time_order()
    {
        var times = Told.Select(told => told.Time).ToArray();

        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1], Some.At(0, 0).AddDays(-3), Some.At(0, 0).AddTicks(-1));
    }

    [Fact]
    public void It_begins_with_the_whole_catalogue_each_item_once()
    {
        var listed = Told.TakeWhile(told => told.Type == EventType.ItemListed).ToArray();

        Assert.Equal(Some.Province.Departments.Sum(department => department.Items.Length), listed.Length);
        Assert.DoesNotContain(Told.Skip(listed.Length), told => told.Type == EventType.ItemListed);
        Assert.Contains(listed, told => told.Data is { ZeroTrip: true, Comprehensive: true, CrossProvince: false, OneThing: false });
    }

    [Fact]
    public void It_is_small() => Assert.InRange(Told.Count, 1000, 10_000);

    [Fact]
    public void On_the_first_day_some_cases_lie_past_their_promise_and_many_do_not()
    {
        var ended = Told.Where(told => told.Type is EventType.CaseCompleted).Select(told => told.Data.Case!).ToHashSet(StringComparer.Ordinal);
        var open = Told.Where(told => told.Type == EventType.CaseAccepted && !ended.Contains(told.Data.Case!)).ToArray();
        var late = open.Count(told => DueDay(told) < Some.Day);

        Assert.InRange(late, 5, open.Length / 3);
        Assert.InRange(open.Count(told => DueDay(told) == Some.Day), 5, open.Length / 3);
    }

    [Fact]
    public void On_the_first_day_some_bad_reviews_have_waited_for_more_than_two_weeks_and_nobody_has_answered()
    {
        var answered = Told.Where(told => told.Type == EventType.ReviewContacted).Select(told => told.Data.Review!).ToHashSet(StringComparer.Ordinal);

        Assert.Contains(Told, told => told.Type == EventType.ReviewSubmitted && !answered.Contains(told.Data.Review!) && told.Time < Some.At(0, 0).AddDays(-15));
    }

    [Fact]
    public void Its_cases_end_in_the_days_that_follow()
    {
        var accepted = Told.Where(told => told.Type == EventType.CaseAccepted).Select(told => told.Data.Case!).ToHashSet(StringComparer.Ordinal);

        Assert.Contains(Some.WholeDay.Value, told => told.Type == EventType.CaseCompleted && accepted.Contains(told.Data.Case!));
    }

    [Fact]
    public void It_shares_no_event_with_the_first_day()
    {
        var told = Told.Select(Some.Identity).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Some.WholeDay.Value.Select(Some.Identity), told.Contains);
    }

    [Fact]
    public void A_feed_that_begins_on_the_next_day_repeats_what_was_told_and_contradicts_nothing()
    {
        var known = Told.Concat(Some.WholeDay.Value).ToDictionary(Some.Identity, StringComparer.Ordinal);

        var again = Backlog(Some.Day.AddDays(1)).ToArray();

        Assert.All(again.Where(told => known.ContainsKey(Some.Identity(told))), told => Assert.Equal(known[Some.Identity(told)], told));
        Assert.All(again.Where(told => told.Time >= Some.At(0, 0)), told => Assert.Contains(Some.Identity(told), known));
    }

    private static IEnumerable<ServiceEvent> Backlog(DateOnly first) => new Backlog(Some.Province, first, seed: 1).Events();

    private static DateOnly DueDay(ServiceEvent accepted)
    {
        var day = Hours.DayOf(accepted.Time);
        return day.AddDays(WorkingDays.CalendarDays(day, accepted.Data.PromisedDays!.Value));
    }
}
