using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The events behind a number add up to the number.</summary>
public abstract partial class JournalContract
{
    private static readonly UnitPath[] Scopes =
        [Province, UnitPath.Parse("hainan/haikou"), UnitPath.Parse("hainan/~/housing"), UnitPath.Parse("hainan/haikou/housing"), UnitPath.Parse("hainan/haikou/civil/w01")];

    [Fact]
    public void Of_any_set_of_events_those_behind_each_counter_and_each_gauge_add_up_to_it() => Hold(SomeEventSets.Any, AddUp, Math.Min(Rounds, 10));

    [Fact]
    public async Task Each_case_accepted_on_a_day_is_one_row_with_the_event_that_decides_it()
    {
        await Past.Append(Some.Accepted("a"), Some.Accepted("b", atMs: Some.NowMs + 1), Some.Completed("a"), Some.Accepted("c", atMs: Some.NowMs - Day));

        var listing = await Ask("accepted");

        Assert.Equal((2, 2), (listing.Count, listing.Total));
        Assert.Equal(["a-accepted", "b-accepted"], listing.Rows.Select(static row => row.Id));
        Assert.All(listing.Rows, static row => Assert.Equal((EventStanding.Counted, EventReason.Decides, 1), (row.Standing, row.Reason, row.Times)));
    }

    [Fact]
    public async Task An_event_says_when_it_happened_and_when_it_came()
    {
        Past.Clock.Advance(TimeSpan.FromDays(30));

        await Past.Append(Some.Accepted("a", atMs: Some.NowMs - 5000));

        var row = Assert.Single((await Ask("accepted")).Rows);
        Assert.Equal((Some.NowMs - 5000, Some.NowMs, EventKind.CaseAccepted, Some.Window, "urn:test"), (row.OccurredMs, row.ReceivedMs, row.Kind, row.Window, row.Source));
    }

    [Fact]
    public async Task A_ticket_called_twice_counts_by_its_last_call()
    {
        await Past.Append(Some.Issued("t"), Some.Called("t", Some.NowMs + 1), Some.Called("t", Some.NowMs + 2, call: 2));

        var listing = await Ask("called");

        Assert.Equal(1, listing.Count);
        Assert.Equal([("t-called-1", EventReason.AnotherDecides), ("t-called-2", EventReason.Decides)], listing.Rows.Select(static row => (row.Id, row.Reason)));
    }

    [Fact]
    public async Task An_event_that_a_correction_took_out_is_listed_as_corrected_beside_its_correction()
    {
        await Past.Append(Some.Accepted("a"), Some.Correction("a-accepted", null));

        var listing = await Ask("accepted");

        Assert.Equal(0, listing.Count);
        Assert.Equal(
            [("a-accepted", EventStanding.Corrected, EventReason.TakenOut), ("a-accepted-corrected-1", EventStanding.NotCounted, EventReason.IsCorrection)],
            listing.Rows.Select(static row => (row.Id, row.Standing, row.Reason)));
    }

    [Fact]
    public async Task A_review_whose_stars_were_corrected_counts_under_the_new_ones_and_is_listed_as_corrected_under_the_old()
    {
        await Past.Append(Some.Review("r", 5), Some.Correction("r-submitted", new Facts { Stars = 2 }));

        Assert.Equal((1, EventReason.DecidesAsCorrected), Told(await Ask("stars2"), "r-submitted"));
        Assert.Equal((0, EventReason.TakenOut), Told(await Ask("stars5"), "r-submitted"));
        Assert.Equal((1, EventReason.DecidesAsCorrected), Told(await Ask("reviews"), "r-submitted"));
    }

    [Fact]
    public async Task A_late_event_of_a_sealed_day_is_listed_and_does_not_count_before_it_is_approved()
    {
        await GoLive();
        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (8 * Day)));

        var before = await Ask("accepted", Today.Number - 8);
        await Past.Store.Decide(new Decision(1, IsApproved: true, "office"));

        Assert.Equal((0, EventReason.Waits), Told(before, "c-accepted"));
        Assert.Equal((1, EventReason.Decides), Told(await Ask("accepted", Today.Number - 8), "c-accepted"));
    }

    [Fact]
    public async Task A_correction_that_was_refused_leaves_its_target_counted()
    {
        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (30 * Day)));
        Past.Clock.Advance(TimeSpan.FromDays(30));
        await Past.Append(Some.Correction("c-accepted", null));
        await Past.Store.Decide(new Decision(1, IsApproved: false, "office"));

        Assert.Equal((1, EventReason.ChangeLeftOut), Told(await Ask("accepted", Today.Number - 30), "c-accepted"));
    }

    [Fact]
    public async Task A_gauge_names_the_events_with_which_its_open_subjects_began()
    {
        await Past.Append(Some.Issued("t1"), Some.Issued("t2", Some.NowMs + 1), Some.Called("t2", Some.NowMs + 2), Some.Accepted("c", dueMs: Some.NowMs - 1), Some.Review("r", 1));

        Assert.Equal(["t1-issued"], (await Ask("waiting")).Rows.Select(static row => row.Id));
        Assert.Equal(["c-accepted"], (await Ask("overdue")).Rows.Select(static row => row.Id));
        Assert.Equal(["r-submitted"], (await Ask("badReviewsToContact")).Rows.Select(static row => row.Id));
    }

    [Fact]
    public async Task The_longest_wait_is_the_one_ticket_that_was_issued_first()
    {
        await Past.Append(Some.Issued("t1", Some.NowMs + 1), Some.Issued("t2", Some.NowMs, "hainan/haikou/civil/w01"));

        Assert.Equal(["t2-issued"], (await Ask("longestWait")).Rows.Select(static row => row.Id));
    }

    [Fact]
    public async Task A_used_item_names_the_first_case_of_the_year_at_whatever_window_of_the_county()
    {
        await Past.Append(
            Some.Event(EventKind.ItemListed, "listed", new Facts { Item = "i", ZeroTrip = true }, Some.NowMs - (3 * Day)),
            Some.Event(EventKind.CaseAccepted, "second", new Facts { Case = "2", Item = "i" }),
            Some.Event(EventKind.CaseAccepted, "first", new Facts { Case = "1", Item = "i" }, Some.NowMs - Day, "hainan/haikou/civil/w01"));

        Assert.Equal(["first"], (await Ask("itemsZeroTripUsed")).Rows.Select(static row => row.Id));
        Assert.Equal(["listed"], (await Ask("itemsZeroTrip")).Rows.Select(static row => row.Id));
        Assert.Equal(["first"], (await Ask("itemsZeroTripUsed", scope: "hainan/haikou/housing")).Rows.Select(static row => row.Id));
        Assert.Empty((await Ask("itemsZeroTripUsed", scope: "hainan/haikou/civil")).Rows);
    }

    [Fact]
    public async Task What_is_taken_away_in_a_sum_is_taken_away_in_its_events()
    {
        await Past.Append(Some.Accepted("a"), Some.Accepted("b"), Some.Completed("b"));

        var listing = await Ask("accepted,-completedOfAccepted");

        Assert.Equal((1, 3), (listing.Count, listing.Total));
        Assert.Equal((1, EventReason.Decides), Told(listing, "a-accepted"));
        Assert.Equal(-1, listing.Rows.Single(static row => row.Id == "b-completed").Times);
    }

    [Fact]
    public async Task A_part_of_the_rows_says_how_many_there_are()
    {
        await Past.Append([.. Enumerable.Range(0, 5).Select(static i => Some.Accepted($"{i}", atMs: Some.NowMs + i))]);

        var listing = await Ask("accepted", skip: 1, take: 2);

        Assert.Equal((5, 5), (listing.Count, listing.Total));
        Assert.Equal(["1-accepted", "2-accepted"], listing.Rows.Select(static row => row.Id));
    }

    private static (int Times, EventReason Reason) Told(EventListing listing, string id)
    {
        var row = listing.Rows.Single(row => row.Id == id);
        return (row.Times, row.Reason);
    }

    private async Task AddUp(ServiceEvent[] events, Random random)
    {
        await using var house = await LiveHouse();
        foreach (var batch in events.Chunk(random.Next(1, 8))) await house.Append(batch);
        foreach (var revision in await house.Store.ReadRevisions(Province, AnyJournalHouse.First, AnyJournalHouse.Last))
        {
            if (revision.State == RevisionState.Waiting && random.Next(3) is not 0 and var word) await house.Store.Decide(new Decision(revision.Number, word == 1, "office"));
        }

        foreach (var scope in random.GetItems(Scopes, 2)) await AddUp(house, scope);
    }

    private static async Task AddUp(AnyJournalHouse house, UnitPath scope)
    {
        var windows = await house.Store.ReadWindows(scope, Today);
        var gauges = windows.Aggregate(default(Gauges), static (sum, window) => sum + GaugeRules.At(Some.NowMs, window.Open.AsSpan(), window.LastEventMs));
        foreach (var gauge in Enum.GetValues<OpenGauge>().Where(static gauge => gauge != OpenGauge.LongestWait))
            Assert.Equal((scope, gauge, gauges.Read(gauge)), (scope, gauge, (await Ask(house, scope, [EventTerm.Of(gauge)], Today)).Count));
        foreach (var day in (await house.Store.ReadDays(Province, AnyJournalHouse.First, AnyJournalHouse.Last)).Select(static sum => sum.Day))
        {
            var tally = (await house.Store.Sum(scope, day, day)).Aggregate(Tally.Zero, static (sum, window) => sum + window.Tally);
            foreach (var counter in Counters.All)
            {
                var listing = await Ask(house, scope, [EventTerm.Of(counter)], day);
                Assert.Equal((scope, day, counter, tally[counter]), (scope, day, counter, listing.Count));
                Assert.Equal(windows.Sum(static window => window.Version), listing.Version);
            }
        }
    }

    private static Task<EventListing> Ask(AnyJournalHouse house, UnitPath scope, ImmutableArray<EventTerm> terms, BusinessDay day) =>
        house.Store.ReadEvents(new EventQuestion(scope, day, day, terms, Some.NowMs, 0, int.MaxValue));

    private Task<EventListing> Ask(string counter, int? day = null, string scope = "hainan", int skip = 0, int take = 1000)
    {
        Assert.True(EventTerms.TryParse(counter, out var terms, out _));
        var of = new BusinessDay(day ?? Today.Number);
        return Past.Store.ReadEvents(new EventQuestion(UnitPath.Parse(scope), of, of, terms, Some.NowMs, skip, take));
    }
}
