namespace OpsBoard.LoadTest;

public sealed class PeerTests
{
    private static readonly LoadShape Wanted = LoadShape.Of(Numbering.IdOnly, 500);

    [Fact]
    public void A_database_is_sent_the_same_load_as_the_server()
    {
        var windows = LoadWindow.Of(new Province(200).Counties);

        Assert.Equal((Wanted, windows), (Peer.Postgres.Shape(Wanted), Peer.Postgres.Windows(windows)));
    }

    [Fact]
    public void A_grain_call_for_each_event_is_sent_less_at_a_time_by_fewer_windows_of_all_counties()
    {
        var windows = LoadWindow.Of(new Province(2_000).Counties);

        var fewer = Peer.Grains.Windows(windows);

        Assert.Equal(Wanted with { Batch = 50, Senders = 2 }, Peer.Grains.Shape(Wanted));
        Assert.Equal((100, windows.Select(static window => window.Source).Distinct().Count()), (fewer.Length, fewer.Select(static window => window.Source).Distinct().Count()));
    }

    [Fact]
    public void A_smaller_load_than_a_peer_bears_stays_as_it_is() =>
        Assert.Equal(Wanted with { Batch = 5, Senders = 1 }, Peer.Grains.Shape(Wanted with { Batch = 5, Senders = 1 }));

    [Theory]
    [InlineData(1_200, 400, "reached", "server : postgres 3.0 x; aimed at 3")]
    [InlineData(1_199, 400, "missed", "server : postgres 3.0 x; aimed at 3")]
    public void The_server_shall_take_three_times_the_events_of_PostgreSQL(double server, double postgres, string word, string text)
    {
        var verdict = PeersMode.Judge(Peer.Postgres, Side("server", server).Over(Side("postgres", postgres)));

        Assert.Equal((word, text, false), (verdict.Word, verdict.Text, verdict.IsRequired));
    }

    [Fact]
    public void A_ratio_for_which_there_is_no_aim_is_told()
    {
        var verdict = PeersMode.Judge(Peer.Redis, [0.5, 4, 2]);

        Assert.Equal(("told", "server : redis 2.0 x"), (verdict.Word, verdict.Text));
    }

    [Fact]
    public void A_peer_that_is_not_installed_is_skipped_with_the_command_that_would_and_fails_nothing()
    {
        var verdict = PeersMode.Skip(Peer.Redis);

        Assert.Equal(("skipped", "redis: not installed; as root: apt-get install --no-install-recommends redis-server", false), (verdict.Word, verdict.Text, verdict.IsRequired));
    }

    [Fact]
    public void A_level_that_counts_otherwise_than_what_is_stored_is_named()
    {
        var equal = new PeerCounts(Events: 9, Windows: 9, Departments: 9, Counties: 9, Provinces: 9, Told: 9);

        Assert.Equal((null, "counties: 8 of 9", "a viewer: 0 of 9"), (equal.Difference, (equal with { Counties = 8 }).Difference, (equal with { Told = 0 }).Difference));
    }

    private static MeasuredSide Side(string name, double eventsPerSecond)
    {
        var side = new MeasuredSide(name, Wanted, Windows: 40);
        side.Measured.Add(Measurement.Of((FigureKind.EventsPerSecond, eventsPerSecond)));
        return side;
    }
}
