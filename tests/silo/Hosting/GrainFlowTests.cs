using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

public sealed class GrainFlowTests
{
    // An observer drops what is not newer: a notice of the millisecond of its subscription would be lost to it.
    [Fact]
    public async Task What_a_unit_says_after_a_subscription_is_later_than_it_though_the_clock_stands_still()
    {
        await using var office = await Office.Open();
        await office.Append(Some.Accepted("c1"));

        var subscribed = await office.Board(office.Province, static _ => true);

        Assert.True((await office.Board(office.Province, static _ => true)).Own.IsNewerThan(subscribed.Own));
    }

    [Fact]
    public async Task An_event_reaches_the_window_the_department_the_county_the_line_and_the_province()
    {
        await using var office = await Office.Open();

        await office.Append(Some.Accepted("c1"));

        IUnitGrain[] units =
        [
            office.Grains.GetGrain<IWindowGrain>("hainan/haikou/housing/w01"),
            office.Grains.GetGrain<IDepartmentGrain>("hainan/haikou/housing"),
            office.Grains.GetGrain<ICountyGrain>("hainan/haikou"),
            office.Grains.GetGrain<ILineGrain>("hainan/~/housing"),
            office.Province,
        ];
        var boards = await Task.WhenAll(units.Select(unit => office.Board(unit, Accepted(1))));
        Assert.All(boards, static board => Assert.Equal(1, board.Own.Cell.Tally[Counter.Accepted]));
    }

    // A unit that is woken by its child has read from the journal what the child says, and once took that for no news to its parents.
    [Fact]
    public async Task The_first_event_of_a_unit_goes_up_without_waiting_for_a_look_at_the_journal()
    {
        await using var office = await Office.Open(lookEvery: "00:01:00");
        office.Clock.Step = TimeSpan.FromMilliseconds(1);
        await office.Board(office.Province, static _ => true);

        await office.Append(Some.Accepted("c1"));

        var board = await office.Board(office.Province, Accepted(1)).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, board.Version);
    }

    [Fact]
    public async Task A_province_is_the_sum_of_its_counties_and_each_row_names_its_version()
    {
        await using var office = await Office.Open();

        await office.Append(Some.Accepted("c1"), Some.Accepted("c2", window: "hainan/sanya/health/w01"), Some.Accepted("c3", window: "hainan/sanya/housing/w09"));

        var board = await office.Board(office.Province, Accepted(3));
        Assert.Equal([("hainan/haikou", 1L, 1L), ("hainan/sanya", 2L, 2L)], board.Children.Select(Row));
        Assert.Equal(3, board.Version);
    }

    [Fact]
    public async Task After_a_restart_the_board_is_true_at_once()
    {
        await using var office = await Office.Open();
        await office.Append(Some.Accepted("c1"), Some.Issued("t1"));
        var before = await office.Board(office.Province, static board => board.Own.Gauges.Waiting == 1);

        await office.Restart();

        var after = await office.Board(office.Province, static _ => true);
        Assert.Equal((before.Own.Cell, before.Own.Gauges), (after.Own.Cell, after.Own.Gauges));
    }

    [Fact]
    public async Task A_touch_that_was_lost_is_made_good_by_a_look_at_the_journal()
    {
        await using var office = await Office.Open(losesTouches: true);
        await office.Board(office.Province, static _ => true);

        await office.Append(Some.Accepted("c1"));

        var board = await office.Board(office.Province, Accepted(1));
        Assert.Equal(1, board.Version);
    }

    [Fact]
    public async Task At_midnight_the_counts_begin_anew_and_what_is_in_progress_goes_on()
    {
        await using var office = await Office.Open();
        await office.Append(Some.Accepted("c1"), Some.Issued("t1"));
        var evening = await office.Board(office.Province, Accepted(1));

        office.Clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(evening.Day.Next.StartMs);

        var morning = await office.Board(office.Province, board => board.Day == evening.Day.Next && board.Own.Gauges.Waiting == 0);
        Assert.Equal((Tally.Zero, 1L), (morning.Own.Cell.Tally, morning.Own.Gauges.InProgress));
    }

    // A source's clock may be minutes ahead. Once a board of the new day waited for its windows to speak, and was blank until they did.
    [Fact]
    public async Task An_event_that_came_before_its_day_is_on_the_first_board_of_that_day()
    {
        await using var office = await Office.Open();
        var tomorrow = BusinessDay.Of(Some.NowMs).Next;
        office.Clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(tomorrow.StartMs - 1_000);
        await office.Append(Some.Accepted("c1", atMs: tomorrow.StartMs + 1_000));
        await office.Board(office.Province, static board => board.Version == 1);

        office.Clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(tomorrow.StartMs);

        var first = await office.Board(office.Province, board => board.Day == tomorrow);
        Assert.Equal(1, first.Own.Cell.Tally[Counter.Accepted]);
    }

    [Fact]
    public async Task A_case_becomes_overdue_without_any_event()
    {
        await using var office = await Office.Open();
        await office.Append(Some.Accepted("c1", dueMs: Some.NowMs + 60_000));
        await office.Board(office.Province, static board => board.Own is { Gauges: { InProgress: 1, Overdue: 0 } });

        office.Clock.Now += TimeSpan.FromMinutes(2);

        var board = await office.Board(office.Province, static board => board.Own.Gauges.Overdue == 1);
        Assert.Equal(1, board.Own.Cell.Tally[Counter.Accepted]);
    }

    [Fact]
    public async Task A_window_falls_silent_without_any_event_and_its_province_counts_it()
    {
        await using var office = await Office.Open(Some.Offices());
        await office.Append(Some.Accepted("c1"), Some.Accepted("c2", window: "hainan/haikou/housing/w02"));
        await office.Board(office.Province, static board => board.Own.Gauges is { WindowsDue: 4, WindowsSilent: 2 });

        office.Clock.Now += TimeSpan.FromMinutes(16);

        var board = await office.Board(office.Province, static board => board.Own.Gauges.WindowsSilent == 4);
        Assert.Equal(2, board.Version);
    }

    [Fact]
    public async Task Windows_that_never_woke_become_silent_after_their_opening()
    {
        await using var office = await Office.Open(Some.Offices());
        office.Clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(Some.At("2026-11-20 08:40:00"));
        await office.Board(office.Province, static board => board.Own.Gauges is { WindowsDue: 3, WindowsSilent: 0 });

        office.Clock.Now += TimeSpan.FromMinutes(6);

        var board = await office.Board(office.Province, static board => board.Own.Gauges.WindowsSilent == 3);
        Assert.Equal(board.Own.Gauges.WindowsSilent, board.Children.Sum(static child => child.Gauges.WindowsSilent));
    }

    [Fact]
    public async Task At_midnight_coverage_begins_anew()
    {
        await using var office = await Office.Open(Some.Offices());
        await office.Append(Some.Accepted("c1"));
        var evening = await office.Board(office.Province, static board => board.Own.Gauges.Reporting == new Coverage(1, 0, 0));

        office.Clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(evening.Day.Next.StartMs);

        var morning = await office.Board(office.Province, board => board.Day == evening.Day.Next);
        Assert.Equal(default, morning.Own.Gauges.Reporting);
    }

    [Fact]
    public async Task A_registered_unit_that_never_reported_is_on_the_board()
    {
        await using var office = await Office.Open(Hainan("haikou"));

        var board = await office.Board(office.Province, static _ => true);

        Assert.Equal(("hainan/haikou", 0L, 0L), Row(Assert.Single(board.Children)));
        Assert.Null(board.Own.LastEventMs);
    }

    [Fact]
    public async Task A_unit_that_is_registered_while_the_board_is_watched_appears_on_it_and_one_struck_off_goes()
    {
        await using var office = await Office.Open(Hainan("haikou", "danzhou"));
        await office.Append(Some.Accepted("c1"));
        await office.Board(office.Province, Accepted(1));

        office.Roster.Replace(Hainan("sanya"));

        var board = await office.Board(office.Province, static board => board.Children.Any(static child => child.Unit.Name == "sanya"));
        Assert.Equal([("hainan/sanya", 0L, 0L), ("hainan/haikou", 1L, 1L)], board.Children.Select(Row));
    }

    [Fact]
    public async Task A_window_that_nothing_but_the_roster_can_move_follows_it()
    {
        await using var office = await Office.Open(Hainan("haikou"));
        await office.Append(Some.Accepted("c1"));
        await office.Board(office.Province, Accepted(1));
        office.Clock.Now += TimeSpan.FromHours(1);
        await office.Board(office.Province, static board => board.Own.Gauges is { WindowsDue: 1, WindowsSilent: 1 });

        office.Roster.Replace(RosterReader.Read("""{"units":[{"path":"hainan","name":{"zh":"海南省","en":"Hainan"},"reporting":false}]}"""u8.ToArray(), "units.json"));

        var board = await office.Board(office.Province, static board => board.Own.Gauges.WindowsDue == 0);
        Assert.Equal((0L, 1L), (board.Own.Gauges.WindowsSilent, board.Own.Cell.Tally[Counter.Accepted]));
    }

    [Fact]
    public async Task A_grain_is_asked_for_by_its_own_interface_and_not_by_a_role()
    {
        await using var office = await Office.Open();

        Assert.Throws<ArgumentException>(() => office.Grains.GetGrain<IUnitGrain>("hainan"));
    }

    private static Roster Hainan(params string[] counties)
    {
        var units = counties.Select(static county => $$$"""{"path":"hainan/{{{county}}}","name":{"zh":"某市","en":"Some"}}""");
        var json = $$$"""{"units":[{"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},{{{string.Join(',', units)}}}]}""";
        return RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "units.json");
    }

    private static (string Unit, long Version, long Accepted) Row(Contribution row) =>
        (row.Unit.ToString(), row.Cell.Version, row.Cell.Tally[Counter.Accepted]);

    private static Func<BoardState, bool> Accepted(long count) => board => board.Own.Cell.Tally[Counter.Accepted] == count;
}
