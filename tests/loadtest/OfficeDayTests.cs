using System.Text.Json;

namespace OpsBoard.LoadTest;

public sealed class OfficeDayTests
{
    private static readonly CatalogueOfTheProvince Items = new();

    private static IReadOnlyList<ServiceEvent> Day => Some.WholeDay.Value;

    [Fact]
    public void No_two_events_have_the_same_identity() => Assert.Distinct(Day.Select(Some.Identity), StringComparer.Ordinal);

    [Fact]
    public void No_event_of_a_day_has_the_identity_of_one_of_the_next()
    {
        var today = Some.OfficeDay(windows: 60).Events().Select(Some.Identity).ToHashSet(StringComparer.Ordinal);

        var tomorrow = Some.OfficeDay(windows: 60, day: Some.Day.AddDays(1)).Events().Select(Some.Identity);

        Assert.DoesNotContain(tomorrow, today.Contains);
    }

    [Fact]
    public void Events_come_in_time_order_and_within_their_day()
    {
        var times = Day.Select(told => told.Time).ToArray();

        Assert.Equal(times.Order(), times);
        Assert.Equal([Some.Day], times.Select(Hours.DayOf).Distinct());
    }

    [Fact]
    public void Every_event_belongs_to_a_window_of_the_roster()
    {
        var windows = Some.Province.Departments.SelectMany(department => department.Windows).Select(window => window.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(windows, Day.Select(told => told.Subject).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_county_reports_through_its_own_source() =>
        Assert.All(Day, told => Assert.Equal($"urn:opsboard:demo:{told.Subject.Split('/')[1]}", told.Source));

    [Fact]
    public void Every_ticket_is_called_or_abandoned_at_the_window_that_issued_it()
    {
        var issued = Day.Where(told => told.Type == EventType.TicketIssued).ToDictionary(told => told.Data.Ticket!, StringComparer.Ordinal);
        var later = Day.Where(told => told.Type is EventType.TicketCalled or EventType.TicketAbandoned or EventType.ServiceStarted or EventType.ServiceEnded);

        Assert.All(later, told => Assert.Equal(issued[told.Data.Ticket!].Subject, told.Subject));
        Assert.All(later, told => Assert.True(issued[told.Data.Ticket!].Time <= told.Time));
    }

    [Fact]
    public void Every_ticket_ends_served_abandoned_or_transferred()
    {
        var issued = Tickets(EventType.TicketIssued);

        Assert.Equal(issued.Order(StringComparer.Ordinal), Tickets(EventType.ServiceEnded).Concat(Tickets(EventType.TicketAbandoned)).Concat(Tickets(EventType.TicketTransferred)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Some_tickets_are_called_twice_and_some_are_abandoned()
    {
        var calls = Tickets(EventType.TicketCalled);

        Assert.InRange(calls.Length - calls.Distinct(StringComparer.Ordinal).Count(), calls.Length / 50, calls.Length / 10);
        Assert.InRange(Tickets(EventType.TicketAbandoned).Length, calls.Length / 100, calls.Length / 5);
    }

    [Fact]
    public void Whoever_is_transferred_gets_a_ticket_of_another_window_of_the_department_at_once()
    {
        var issued = Day.Where(told => told.Type == EventType.TicketIssued).Select(told => (told.Time, Queues.Department(told.Subject))).ToHashSet();
        var transferred = Day.Where(told => told.Type == EventType.TicketTransferred).ToArray();

        Assert.NotEmpty(transferred);
        Assert.All(transferred, told => Assert.Contains((told.Time, Queues.Department(told.Subject)), issued));
    }

    [Fact]
    public void Every_window_opens_and_closes_once()
    {
        Assert.Equal(600, Day.Where(told => told.Type == EventType.WindowOpened).DistinctBy(told => told.Subject, StringComparer.Ordinal).Count());
        Assert.Equal(600, Day.Count(told => told.Type == EventType.WindowOpened));
        Assert.Equal(600, Day.Count(told => told.Type == EventType.WindowClosed));
    }

    [Fact]
    public void At_half_past_ten_citizens_wait_in_most_counties()
    {
        var waiting = Queues.WaitingByCounty(Day, Some.At(10, 30));

        Assert.InRange(waiting.Values.Count(count => count > 0), 15, 19);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 30)]
    [InlineData(13, 0)]
    [InlineData(15, 30)]
    [InlineData(17, 0)]
    public void In_working_hours_somebody_waits_and_nobody_longer_than_patience_lasts(int hour, int minute)
    {
        var longest = Queues.LongestWait(Day, Some.At(hour, minute));

        Assert.InRange(longest, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(42));
    }

    [Fact]
    public void Instant_cases_are_completed_on_their_day_and_others_partly_later()
    {
        var accepted = Day.Where(told => told.Type == EventType.CaseAccepted && told.Time < Some.At(23, 50)).ToArray();
        var completed = Day.Where(told => told.Type == EventType.CaseCompleted).Select(told => told.Data.Case!).ToHashSet(StringComparer.Ordinal);

        Assert.All(accepted.Where(told => told.Data.Instant == true), told => Assert.Contains(told.Data.Case!, completed));
        Assert.Contains(accepted, told => !completed.Contains(told.Data.Case!));
        Assert.NotEmpty(completed.Except(accepted.Select(told => told.Data.Case!), StringComparer.Ordinal));
    }

    [Fact]
    public void A_case_ends_on_a_later_day_under_the_name_it_was_accepted_with()
    {
        var accepted = Some.OfficeDay(windows: 60, day: Some.Day.AddDays(-1)).Events().Where(told => told.Type == EventType.CaseAccepted).Select(told => told.Data.Case!).ToHashSet(StringComparer.Ordinal);

        var completed = Some.OfficeDay(windows: 60).Events().Where(told => told.Type == EventType.CaseCompleted).Select(told => told.Data.Case!);

        Assert.Contains(completed, accepted.Contains);
    }

    [Fact]
    public void A_case_has_a_promise_or_a_date_and_a_legal_limit_unless_it_is_instant() => Assert.All(
        Day.Where(told => told.Type == EventType.CaseAccepted),
        told => Assert.Equal((told.Data.Instant == true, told.Data.Instant == true), (told.Data.DueAt is null && told.Data.PromisedDays is null, told.Data.LegalDays is null)));

    [Fact]
    public void Promises_are_between_one_and_twenty_working_days()
    {
        var promises = Day.Where(told => told.Data.PromisedDays is not null).Select(told => told.Data.PromisedDays!.Value).Distinct().Order().ToArray();

        Assert.Equal([1, 2, 3, 5, 7, 10, 15, 20], promises);
    }

    [Fact]
    public void Some_promises_are_given_with_a_date_and_some_without() =>
        Assert.Equal([false, true], Day.Where(told => told.Data.PromisedDays is not null).Select(told => told.Data.DueAt is not null).Distinct().Order());

    // Online is not yet zero-trip: an item that is not handled so everywhere costs one trip to hand in the papers.
    [Fact]
    public void A_case_costs_no_trip_exactly_where_a_zero_trip_item_comes_online() => Assert.All(
        Day.Where(told => told.Type == EventType.CaseAccepted),
        told => Assert.Equal(told.Data.Channel is not "window" && Items[told.Data.Item!, told.Subject].IsZeroTrip ? 0 : 1, told.Data.Trips));

    [Fact]
    public void Cases_stop_and_run_on_and_some_are_extended()
    {
        var suspended = Cases(EventType.CaseSuspended);

        Assert.NotEmpty(suspended);
        Assert.NotEmpty(Cases(EventType.CaseResumed).Except(suspended, StringComparer.Ordinal));
        Assert.All(Day.Where(told => told.Type == EventType.CaseExtended), told => Assert.InRange(told.Data.Days!.Value, 1, 5));
        Assert.NotEmpty(Cases(EventType.CaseExtended));
        Assert.NotEmpty(Cases(EventType.CaseWithdrawn));
    }

    [Fact]
    public void Every_item_that_is_asked_for_belongs_to_its_department_and_is_not_a_sleeping_one() =>
        Assert.All(Day.Where(told => told.Data.Item is not null), told => Assert.True(Items[told.Data.Item!, told.Subject].IsUsed));

    [Fact]
    public void A_hotline_takes_orders_at_its_own_window_and_most_are_rated()
    {
        var orders = Day.Where(told => told.Data.Order is not null).ToArray();
        var closed = orders.Where(told => told.Type == EventType.HotlineClosed).ToArray();

        Assert.All(orders, told => Assert.EndsWith("/hotline/w01", told.Subject, StringComparison.Ordinal));
        Assert.InRange(closed.Count(told => told.Data.Stars is not null), closed.Length * 3 / 4, closed.Length - 1);
    }

    [Fact]
    public void Bad_reviews_are_published_or_appealed_against_and_appeals_end_either_way()
    {
        var outcomes = Day.Where(told => told.Type == EventType.ReviewAppealed).Select(told => told.Data.Outcome!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(["rejected", "upheld"], outcomes);
        Assert.Contains(Day, told => told.Type == EventType.ReviewPublished);
    }

    [Fact]
    public void Townships_and_villages_report_too() => Assert.Equal(
        ["county", "township", "village"],
        Day.Select(told => Some.Windows[told.Subject].Level).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Online_cases_arrive_at_every_hour_of_the_day()
    {
        var hours = Day.Where(told => told.Data.Trips == 0).Select(told => told.Time.Hour).Distinct();

        Assert.Equal(Enumerable.Range(0, 24), hours);
    }

    [Fact]
    public void At_least_nine_reviews_in_ten_have_three_stars_or_more()
    {
        var reviews = Day.Where(told => told.Type == EventType.ReviewSubmitted).ToArray();

        Assert.InRange(reviews.Count(told => told.Data.Stars >= 3), reviews.Length * 9 / 10, reviews.Length - 1);
    }

    [Fact]
    public void Only_bad_reviews_are_contacted()
    {
        var good = Day.Where(told => told.Data.Stars >= 3 && told.Data.Review is not null).Select(told => told.Data.Review!).ToHashSet(StringComparer.Ordinal);
        var contacted = Day.Where(told => told.Type is EventType.ReviewContacted or EventType.ReviewRectified).ToArray();

        Assert.NotEmpty(contacted);
        Assert.DoesNotContain(contacted, told => good.Contains(told.Data.Review!));
    }

    [Fact]
    public void Citizens_wait_longer_in_counties_that_lag()
    {
        var lagging = Queues.MeanMinutes(Day, subject => Pace.LaggingCounties.Contains(Queues.County(subject)));
        var others = Queues.MeanMinutes(Day, subject => !Pace.LaggingCounties.Contains(Queues.County(subject)));

        Assert.True(lagging > others * 1.2, $"{lagging} min against {others} min");
    }

    [Fact]
    public void Citizens_wait_longer_in_departments_that_lag_than_in_others_of_their_county() => Assert.All(Pace.LaggingDepartments, path =>
    {
        var lagging = Queues.MeanMinutes(Day, subject => path.Equals(Queues.Department(subject), StringComparison.Ordinal));
        var others = Queues.MeanMinutes(Day, subject => subject.StartsWith(Queues.County(path) + "/", StringComparison.Ordinal) && !subject.StartsWith(path + "/", StringComparison.Ordinal));

        Assert.True(lagging > others * 1.2, $"{path}: {lagging} min against {others} min");
    });

    [Fact]
    public void At_a_weekend_only_departments_with_weekend_service_open()
    {
        var opened = Some.OfficeDay(day: new(2026, 11, 21)).Events().Where(told => told.Type == EventType.WindowOpened).Select(told => told.Subject);

        Assert.Equal(Some.Province.Departments.SelectMany(department => department.Windows.Take(department.WeekendWindows)).Select(window => window.Path).Order(StringComparer.Ordinal), opened.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Heartbeats_change_nothing_else()
    {
        var with = Some.OfficeDay(windows: 60, heartbeatSeconds: 60).Events().Where(told => told.Type != EventType.WindowHeartbeat);

        Assert.Equal(Some.OfficeDay(windows: 60).Events(), with);
    }

    [Fact]
    public void An_open_window_beats_about_once_a_minute()
    {
        var beats = Some.OfficeDay(windows: 60, heartbeatSeconds: 60).Events().Where(told => told.Type == EventType.WindowHeartbeat).CountBy(told => told.Subject, StringComparer.Ordinal);

        Assert.All(beats, beat => Assert.InRange(beat.Value, 9 * 60 - 60, 9 * 60 + 40));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var first = Some.Bytes(Some.OfficeDay(windows: 60).Events());

        Assert.Equal(first, Some.Bytes(Some.OfficeDay(windows: 60).Events()));
        Assert.NotEqual(first, Some.Bytes(Some.OfficeDay(windows: 60, seed: 2).Events()));
    }

    [Fact]
    public void No_event_of_another_seed_or_size_has_an_identity_that_is_taken()
    {
        var taken = Some.OfficeDay(windows: 380).Events().ToDictionary(Some.Identity, StringComparer.Ordinal);
        var others = Some.OfficeDay(windows: 380, seed: 2).Events().Concat(Some.OfficeDay(windows: 420).Events());

        Assert.DoesNotContain(others, told => taken.TryGetValue(Some.Identity(told), out var same) && same != told);
    }

    [Fact]
    public void Every_event_is_written_with_milliseconds_and_the_province_s_offset()
    {
        var written = Some.Batches(Day.Take(5000)).SelectMany(batch => JsonDocument.Parse(batch.Body).RootElement.EnumerateArray());

        Assert.All(written, told => Assert.Matches(@"^2026-11-20T\d\d:\d\d:\d\d\.\d{3}\+08:00$", told.GetProperty("time").GetString()));
    }

    private static string[] Cases(EventType type) => [.. Day.Where(told => told.Type == type).Select(told => told.Data.Case!)];

    private static string[] Tickets(EventType type) => [.. Day.Where(told => told.Type == type).Select(told => told.Data.Ticket!)];
}
