using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_batch_that_the_program_cannot_count_harms_nobody_else()
    {
        var nameless = Some.Accepted("c1") with { Facts = new Facts() };

        var neighbour = House.Append(Some.Accepted("c2"));
        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => House.Append(Some.Accepted("c3"), nameless));
        var later = await House.Append(Some.Accepted("c3"));

        Assert.Contains("cannot count this request", fault.Message, StringComparison.Ordinal);
        Assert.Equal([Verdict.Accepted, Verdict.Accepted], [.. await neighbour, .. later]);
        Assert.Equal((null, null), (House.Store.Fault, House.Store.Trouble));
        Assert.True(await IsEqual());
    }

    [Fact]
    public async Task The_same_event_sent_again_is_a_duplicate_and_counts_once()
    {
        await House.Append(Some.Accepted("c1"));

        var verdicts = await House.Append(Some.Accepted("c1"), Some.Accepted("c2"), Some.Accepted("c2"));

        Assert.Equal([Verdict.Duplicate, Verdict.Accepted, Verdict.Duplicate], verdicts);
        Assert.Equal(2, await Count(Counter.Accepted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_duplicate_at_any_place_of_a_batch_changes_no_other_verdict(int place)
    {
        await House.Append(Some.Accepted("old"));
        var batch = Enumerable.Range(0, 4).Select(static number => Some.Accepted($"c{number}")).ToList();
        batch.Insert(place, Some.Accepted("old"));

        var verdicts = await House.Append([.. batch]);

        Assert.Equal(Enumerable.Range(0, 5).Select(at => at == place ? Verdict.Duplicate : Verdict.Accepted), verdicts);
        Assert.Equal(5, await Count(Counter.Accepted));
    }

    [Fact]
    public async Task An_event_is_known_for_ever_however_long_ago_it_came()
    {
        await House.Append(Some.Accepted("c1"));
        House.Clock.Advance(TimeSpan.FromDays(400));
        await House.Reopen();

        Assert.Equal([Verdict.Duplicate], await House.Append(Some.Accepted("c1")));
    }

    [Fact]
    public async Task The_same_identity_with_other_content_is_a_conflict_and_the_first_stays()
    {
        await House.Append(Some.Accepted("c1", trips: 0));

        var verdicts = await House.Append(Some.Accepted("c1", trips: 2));

        Assert.Equal([Verdict.Conflict], verdicts);
        Assert.Equal((1L, 1L), (await Count(Counter.Accepted), await Count(Counter.ZeroTrip)));
    }

    [Fact]
    public async Task Two_contents_of_one_identity_in_one_batch_are_one_event_and_one_conflict()
    {
        var verdicts = await House.Append(Some.Accepted("c1", trips: 0), Some.Accepted("c1", trips: 2));

        Assert.Equal([Verdict.Accepted, Verdict.Conflict], verdicts);
        Assert.Equal((1L, 1L), (await Count(Counter.Accepted), await Count(Counter.ZeroTrip)));
    }

    [Fact]
    public async Task Another_source_may_use_the_same_id()
    {
        var verdicts = await House.Append(Some.Accepted("c1"), Some.Accepted("c1") with { Source = "urn:other" });

        Assert.Equal([Verdict.Accepted, Verdict.Accepted], verdicts);
    }

    [Fact]
    public async Task Ids_are_compared_by_their_bytes()
    {
        var verdicts = await House.Append(Some.Accepted("É"), Some.Accepted("E\u0301"), Some.Accepted("é"), Some.Accepted("\U00020000"), Some.Accepted("\uff61"));

        Assert.Equal(Enumerable.Repeat(Verdict.Accepted, 5), verdicts);
    }

    [Fact]
    public async Task One_place_in_a_sources_numbering_is_given_once()
    {
        var mark = new SequenceMark("", 1, 7);

        var verdicts = await House.Append(Some.Accepted("c1") with { Mark = mark }, Some.Accepted("c2") with { Mark = mark });

        Assert.Equal([Verdict.Accepted, Verdict.Conflict], verdicts);
        Assert.Equal(1, await Count(Counter.Accepted));
    }

    [Fact]
    public async Task After_a_restart_everything_is_there_without_anybody_sending_again()
    {
        await House.Append(Some.Accepted("c1", trips: 0), Some.Completed("c1"), Some.Issued("t1"), Some.Review("r1", stars: 1));
        var before = await House.State();

        await House.Reopen();

        Assert.Equal(before, await House.State());
        Assert.Contains("t1", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_rises_with_each_commit_that_changes_its_window_and_with_no_other()
    {
        await House.Append(Some.Accepted("c1"));
        await House.Append(Some.Accepted("c1"));
        await House.Append(Some.Accepted("c2", window: "hainan/haikou/housing/w02"));
        await House.Append(Some.Completed("c1"));
        // The writer tells after it has answered, and before it takes anything else.
        await House.Append(Some.Completed("c1"));

        var versions = await House.Store.ReadVersions(Province);

        Assert.Equal([2L, 1L], versions.Select(static window => window.Version));
        Assert.Equal([1L, 1L, 2L], House.Touches.Select(static touch => touch.Version));
    }

    [Fact]
    public async Task All_events_of_a_batch_share_one_version_of_their_window()
    {
        await House.Append(Some.Accepted("c1"), Some.Completed("c1"), Some.Issued("t1"));

        Assert.Equal(1, Assert.Single(await House.Store.ReadVersions(null)).Version);
    }

    [Fact]
    public async Task Batches_of_several_callers_at_once_are_each_answered_for_themselves()
    {
        var batches = Enumerable.Range(0, 20).Select(number => House.Append(Some.Accepted($"c{number}"), Some.Accepted($"c{number}"), Some.Accepted("shared"))).ToArray();

        var verdicts = await Task.WhenAll(batches);

        Assert.All(verdicts, static batch => Assert.Equal((Verdict.Accepted, Verdict.Duplicate), (batch[0], batch[1])));
        Assert.Single(verdicts, static batch => batch[2] == Verdict.Accepted);
        Assert.Equal(21, await Count(Counter.Accepted));
        Assert.True(await IsEqual());
    }

    [Fact]
    public async Task An_empty_batch_is_answered_at_once() => Assert.Empty(await House.Append());

    [Fact]
    public async Task A_late_event_counts_on_the_day_on_which_it_happened()
    {
        await House.Append(Some.Accepted("c1", atMs: Today.StartMs - 1), Some.Accepted("c2", atMs: Today.StartMs));

        var sums = await House.Store.Sum(Province, new BusinessDay(Today.Number - 1), new BusinessDay(Today.Number - 1));

        Assert.Equal((1L, 1L), (Assert.Single(sums).Tally[Counter.Accepted], await Count(Counter.Accepted)));
    }

    [Fact]
    public async Task A_sum_over_days_is_the_sum_of_its_days()
    {
        await House.Append(Some.Accepted("c1", atMs: Today.StartMs - 1), Some.Accepted("c2"), Some.Accepted("c3", window: "hainan/sanya/housing/w01"));

        var sums = await House.Store.Sum(Province, new BusinessDay(0), Today);

        Assert.Equal([2L, 1L], sums.Select(static window => window.Tally[Counter.Accepted]));
    }

    [Theory]
    [InlineData("hainan/haikou", 2)]
    [InlineData("hainan/haikou/housing/w01", 1)]
    [InlineData("hainan/~/housing", 2)]
    [InlineData("hainan", 3)]
    [InlineData("hainan/hai", 0)]
    public async Task A_scope_reads_its_own_windows_and_no_others(string scope, int windows)
    {
        await House.Append(Some.Accepted("c1"), Some.Accepted("c2", window: "hainan/haikou/health/w01"), Some.Accepted("c3", window: "hainan/sanya/housing/w01"));

        var found = await House.Store.ReadWindows(UnitPath.Parse(scope), Today);
        var versions = await House.Store.ReadVersions(UnitPath.Parse(scope));

        Assert.Equal((windows, windows), (found.Length, versions.Length));
    }

    [Fact]
    public async Task Windows_come_in_the_order_of_the_bytes_of_their_paths()
    {
        await House.Append(Some.Accepted("c1", window: "hainan/haikou/housing/w1"), Some.Accepted("c2", window: "hainan/haikou-bay/housing/w1"), Some.Accepted("c3", window: "hainan/haikou/housing/w-0"));

        var versions = await House.Store.ReadVersions(null);

        Assert.Equal(["hainan/haikou-bay/housing/w1", "hainan/haikou/housing/w-0", "hainan/haikou/housing/w1"], versions.Select(static window => window.Window.ToString()));
    }

    [Fact]
    public async Task A_window_that_never_reported_is_not_there()
    {
        Assert.Empty(await House.Store.ReadWindows(Some.Window, Today));
        Assert.Empty(await House.Store.ReadVersions(null));
    }

    [Fact]
    public async Task A_correction_counts_the_same_whether_it_comes_before_or_after_its_event()
    {
        var other = NewHouse();
        var correction = Some.Correction("c1-accepted", new Facts { Trips = 0 });
        var house = NewHouse();

        await house.Append(Some.Accepted("c1", trips: 2));
        await house.Append(correction);
        await other.Append(correction);
        await other.Append(Some.Accepted("c1", trips: 2));

        Assert.Equal(await house.State(), await other.State());
        Assert.Equal(1, (await house.Store.ReadWindows(Province, Today)).Sum(static window => window.Tally[Counter.ZeroTrip]));
    }

    [Fact]
    public async Task A_queue_that_is_full_refuses_and_stores_nothing_of_the_batch()
    {
        var small = NewHouse(new JournalOptions { QueueLimit = 1 });

        await Assert.ThrowsAsync<JournalUnavailableException>(() => small.Append(Some.Accepted("c1"), Some.Accepted("c2")));

        Assert.Equal("", await small.State());
    }

    [Fact]
    public async Task A_window_that_cannot_be_told_of_its_change_does_not_stop_the_journal()
    {
        House.IsDeaf = true;
        await House.Append(Some.Accepted("c1"));

        var verdicts = await House.Append(Some.Accepted("c2"));

        Assert.Equal([Verdict.Accepted], verdicts);
        Assert.Equal((null, null), (House.Store.Fault, House.Store.Trouble));
    }

    [Fact]
    public async Task The_item_catalogue_stands_on_the_days_after_its_last_change_and_its_use_begins_anew_with_the_year()
    {
        await House.Append(
            Some.Event(EventKind.ItemListed, "listed", new Facts { Item = "i1", ZeroTrip = true }),
            Some.Event(EventKind.CaseAccepted, "a", new Facts { Case = "c1", Item = "i1" }, window: "hainan/haikou/civil/w01"));

        var soon = await House.Store.ReadWindows(Some.Window, new BusinessDay(Today.Number + 1));
        var nextYear = await House.Store.ReadWindows(Some.Window, new BusinessDay(Today.Number + 365));

        Assert.Equal((1L, 1L, 1L), (soon[0].Items.Listed, soon[0].Items.ZeroTrip, soon[0].Items.ZeroTripUsed));
        Assert.Equal((1L, 0L), (nextYear[0].Items.Listed, nextYear[0].Items.ZeroTripUsed));
        Assert.True(await IsEqual());
    }
}
