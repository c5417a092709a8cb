using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>What a recount finds when somebody, or a fault, has changed the journal behind the program's back.</summary>
public abstract partial class JournalContract
{
    private static string NowMs => $"{Some.NowMs}";

    public static readonly TheoryData<string, string, string, string> Planted = new()
    {
        { "UPDATE cells SET accepted = accepted + 2", $"{Today} Accepted", "4", "2" },
        { "UPDATE cells SET zeroTrip = 0", $"{Today} ZeroTrip", "0", "1" },
        { "UPDATE cells SET business_day = business_day - 1", $"{Today} Issued", "0", "1" },
        { "DELETE FROM cells", $"{Today} Stars1", "0", "1" },
        { "UPDATE cells SET itemsListed = 7", $"{Today} ItemsListed", "7", "1" },
        { "UPDATE cells SET itemsZeroTripUsed = 0", $"{Today} ItemsZeroTripUsed", "0", "1" },
        { "DELETE FROM events WHERE event_id = 'c2-accepted'", $"{Today} Accepted", "2", "1" },
        { "UPDATE events SET occurred_ms = occurred_ms + 86400000 WHERE event_id = 'c1-completed'", $"{Today} Completed", "1", "0" },
        { "UPDATE events SET window_version = 99 WHERE event_id = 'c2-accepted'", $"{Today} Accepted", "2", "1" },
        { "UPDATE events SET window_version = 99 WHERE event_id = 'c1-completed'", "events of versions that the window never had", "1", "0" },
        { "UPDATE item_uses SET cases = 9", $"{Today} cases for item i1", "9", "1" },
        { "DELETE FROM open_subjects WHERE subject_kind = 2", "open Case c2", "not open", $"since {NowMs}, due , soon , legally due , None" },
        { "UPDATE windows SET last_event_ms = 5", "last event, in unix milliseconds", "5", NowMs },
    };

    [Fact]
    public async Task A_recount_of_an_honest_journal_is_equal()
    {
        await House.Append(Some.Accepted("c1"), Some.Completed("c1"), Some.Issued("t1"), Some.Called("t1"), Some.Correction("c1-accepted", null));

        var result = await House.Store.Recount(null, null);

        Assert.Equal((5L, 1L, true), (result.Events, result.Cells, result.Equal));
    }

    [Fact]
    public async Task A_recount_of_one_day_names_the_cell_that_somebody_changed_behind_the_journals_back()
    {
        await House.Append(Some.Accepted("c1"));
        House.Tamper("UPDATE cells SET accepted = 5");

        var result = await House.Store.Recount(null, Today);

        Assert.Equal([new RecountDifference(Some.Window, $"{Today} Accepted", "5", "1")], result.Differences);
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public Task Every_planted_difference_is_named_by_window_day_and_figure(string plant, string figure, string stored, string recounted) => AssertNamed(plant, figure, stored, recounted);

    /// <summary>Plants a difference by a statement, and asks both kinds of recount for it.</summary>
    private protected async Task AssertNamed(string plant, string figure, string stored, string recounted)
    {
        await Work();
        Assert.True((await House.Store.Recount(null, null)).Equal);

        House.Tamper(plant);

        Assert.Contains(new RecountDifference(Some.Window, figure, stored, recounted), (await House.Store.Recount(null, null)).Differences);
        Assert.Contains(new RecountDifference(Some.Window, figure, stored, recounted), Round());
    }

    [Fact]
    public async Task A_recount_in_steps_reads_every_event_once_and_finds_an_honest_journal_equal()
    {
        await Work();
        await House.Append(Some.Accepted("c9", window: "hainan/sanya/housing/w01"));

        using var round = House.Store.BeginRecount();
        var results = round.Windows.Select(round.Recount).ToList();

        Assert.Equal(["hainan/haikou/housing/w01", "hainan/sanya/housing/w01"], round.Windows.Select(static window => window.ToString()));
        // Four: two days of work, and the days on which the bad review must be answered and put right.
        Assert.Equal(((await House.Store.Recount(null, null)).Events, 4L, true), (results.Sum(static result => result.Events), results.Sum(static result => result.Cells), results.All(static result => result.Equal)));
    }

    [Fact]
    public async Task Between_two_steps_a_round_sees_what_came_meanwhile()
    {
        await Work();
        using var round = House.Store.BeginRecount();

        var before = round.Recount(Some.Window);
        await House.Append(Some.Accepted("c3"), Some.Correction("c1-accepted", null));
        var after = round.Recount(Some.Window);

        Assert.Equal((true, true, 2L), (before.Equal, after.Equal, after.Events - before.Events));
    }

    [Fact]
    public async Task The_figures_of_a_version_are_counted_from_its_events_whatever_came_since()
    {
        await Work();
        var then = Assert.Single(await House.Store.ReadVersions(null));
        var board = Assert.Single(await House.Store.ReadWindows(Some.Window, Today));
        await House.Append(Some.Completed("c2"), Some.Correction("c1-accepted", null), Some.Event(EventKind.ItemDelisted, "gone", new Facts { Item = "i1" }));

        var counted = Assert.Single(await House.Store.CountAt([then], Today));

        Assert.Equal(board.Tally.With(default(ItemStock)), counted.Tally);
        Assert.Equal((board.Version, board.LastEventMs, board.Items), (counted.Version, counted.LastEventMs, counted.Items));
        Assert.Equal(board.Open.OrderBy(static open => open.Id), counted.Open.OrderBy(static open => open.Id));
    }

    private async Task Work() => await House.Append(
        Some.Event(EventKind.ItemListed, "listed", new Facts { Item = "i1", ZeroTrip = true }),
        Some.Event(EventKind.CaseAccepted, "c1-accepted", new Facts { Case = "c1", Item = "i1", Trips = 0 }),
        Some.Accepted("c2"),
        Some.Completed("c1"),
        Some.Issued("t1", atMs: Some.NowMs - 60_000),
        Some.Called("t1"),
        Some.Review("r1", 1));

    private List<RecountDifference> Round()
    {
        using var round = House.Store.BeginRecount();
        return [.. round.Windows.SelectMany(window => round.Recount(window).Differences), .. round.RecountItems(Some.Window.Parent.Parent).Differences];
    }
}
