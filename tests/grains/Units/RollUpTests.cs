using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Units;

public sealed class RollUpTests
{
    private static readonly BusinessDay Today = BusinessDay.Of(Some.NowMs);
    private readonly RollUp _county = new(UnitPath.Parse("hainan/haikou"), Some.Attendance(Roster.Empty), Today, Some.NowMs);

    [Fact]
    public void A_child_that_is_held_otherwise_than_the_journal_has_it_at_the_same_version_is_named()
    {
        var department = new RollUp(Some.Window.Parent, Some.Attendance(Some.Offices()), BusinessDay.Of(Some.NowMs), Some.NowMs);
        department.Accept(Some.Contribution("hainan/haikou/housing/w01", version: 7, accepted: 3));
        WindowRecord Recorded(long version, long accepted) => new(Some.Window, version, Some.NowMs, Some.Tally((Counter.Accepted, accepted)), default, []);

        Assert.Equal([Some.Window], department.NotAsIn([Recorded(version: 7, accepted: 4)]));
        Assert.Empty(department.NotAsIn([Recorded(version: 7, accepted: 3)]));
        Assert.Empty(department.NotAsIn([Recorded(version: 8, accepted: 4)]));
    }

    [Fact]
    public void A_contribution_delivered_twice_counts_once()
    {
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 7, accepted: 3));

        var isNew = _county.Accept(Some.Contribution("hainan/haikou/housing", version: 7, accepted: 3));

        Assert.False(isNew);
        Assert.Equal(3, Accepted());
    }

    [Fact]
    public void A_contribution_that_was_overtaken_changes_nothing()
    {
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 7, accepted: 2));

        var isNew = _county.Accept(Some.Contribution("hainan/haikou/housing", version: 6, accepted: 3));

        Assert.False(isNew);
        Assert.Equal(2, Accepted());
    }

    [Fact]
    public void The_total_is_the_sum_of_the_newest_of_each_child()
    {
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 1, accepted: 1));
        _county.Accept(Some.Contribution("hainan/haikou/health", version: 4, accepted: 5));
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 2, accepted: 2));

        Assert.Equal((7, 6), (Accepted(), _county.Version));
    }

    [Fact]
    public void Time_alone_moves_gauges_and_no_count()
    {
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 1, accepted: 1, waiting: 1));

        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 1, accepted: 1, waiting: 0, atMs: Some.NowMs + 1));

        Assert.Equal((1, 0L), (Accepted(), _county.Total(Some.NowMs).Gauges.Waiting));
    }

    [Fact]
    public void On_a_new_day_yesterdays_cells_count_nothing_and_gauges_stay()
    {
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 1, accepted: 4, waiting: 2));

        _county.AdvanceTo(Today.Next);

        Assert.Equal((0, 2L, 1L), (Accepted(), _county.Total(Some.NowMs).Gauges.Waiting, _county.Version));
    }

    [Fact]
    public void A_child_that_said_less_than_the_journal_holds_is_behind()
    {
        _county.Accept(Some.Contribution("hainan/haikou/housing", version: 3));

        var behind = _county.Behind([Version("hainan/haikou/housing/w01", 2), Version("hainan/haikou/housing/w02", 2), Version("hainan/haikou/health/w01", 1)]);

        Assert.Equal([Version("hainan/haikou/housing", 4), Version("hainan/haikou/health", 1)], behind);
    }

    [Fact]
    public void What_a_child_says_itself_is_newer_than_what_its_parent_read_in_the_same_millisecond()
    {
        _county.Load([new WindowRecord(Some.Window, 7, Some.NowMs, Tally.Zero, default, [])], Some.NowMs);

        var isNew = _county.Accept(Some.Contribution("hainan/haikou/housing", version: 7, waiting: 2));

        Assert.Equal((true, 2L), (isNew, _county.Total(Some.NowMs).Gauges.Waiting));
    }

    private static Journal.WindowVersion Version(string unit, long version) => new(UnitPath.Parse(unit), version);

    private long Accepted() => _county.Total(Some.NowMs).Cell.Tally[Counter.Accepted];
}
