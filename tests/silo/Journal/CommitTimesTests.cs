using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

public sealed class CommitTimesTests
{
    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    private readonly ManualClock _clock = new(ManualClock.Opening);
    private readonly CommitTimes _times;

    public CommitTimesTests()
    {
        _times = new CommitTimes(_clock);
        _times.Begin([At("hainan/a/b/w1", 100), At("hainan/a/b/w2", 50)]);
    }

    [Fact]
    public void A_frame_lags_behind_each_commit_that_it_shows_for_the_first_time()
    {
        Commit(At("hainan/a/b/w1", 101));
        Commit(At("hainan/a/b/w2", 52));

        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)], _times.Shown(Hainan, 153));
        Assert.Empty(_times.Shown(Hainan, 153));
    }

    [Fact]
    public void A_commit_that_is_not_shown_yet_waits_for_its_frame()
    {
        Commit(At("hainan/a/b/w1", 103));

        Assert.Empty(_times.Shown(Hainan, 152));
        Assert.Equal([TimeSpan.FromSeconds(1)], _times.Shown(Hainan, 153));
    }

    [Fact]
    public void Each_province_waits_for_its_own_frames_and_a_county_is_no_province()
    {
        Commit(At("hainan/a/b/w1", 101), At("yunnan/a/b/w1", 1));

        Assert.Equal([TimeSpan.FromSeconds(1)], _times.Shown(UnitPath.Parse("yunnan"), 1));
        Assert.Empty(_times.Shown(UnitPath.Parse("hainan/a"), 1_000));
    }

    private static WindowVersion At(string window, long version) => new(UnitPath.Parse(window), version);

    private void Commit(params WindowVersion[] windows)
    {
        _times.Committed([.. windows.Select(static window => new WindowChange(window.Window, window.Version, 0, [], [], IsWhole: true))]);
        _clock.Advance(TimeSpan.FromSeconds(1));
    }
}
