using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class BoardWatchTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly EagerClock _clock = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public async Task A_board_that_is_behind_is_waited_for()
    {
        await using var board = await StubBoard.StartAsync(static (asked, _) => Board("2026-11-20", accepted: Math.Min(asked, 3)));

        Assert.Null(await Watch(board).Await([(Today, Sent(accepted: 3))], CancellationToken.None));
    }

    [Fact]
    public async Task A_board_that_stays_behind_is_told_with_its_day_and_both_numbers()
    {
        await using var board = await StubBoard.StartAsync(static (_, _) => Board("2026-11-20", accepted: 2));

        Assert.Equal("2026-11-20 Accepted: sent 3, counted 2", await Watch(board).Await([(Today, Sent(accepted: 3))], CancellationToken.None));
    }

    [Fact]
    public async Task A_day_that_is_over_is_asked_for_by_its_date()
    {
        await using var board = await StubBoard.StartAsync(static (_, query) => query == "?period=2026-11-20..2026-11-20" ? Board("2026-11-21", accepted: 3) : Board("2026-11-21", accepted: 1));

        Assert.Null(await Watch(board).Await([(Today, Sent(accepted: 3)), (Today.AddDays(1), Sent(accepted: 1))], CancellationToken.None));
    }

    [Fact]
    public async Task Windows_that_were_open_count_as_opened_also_when_they_are_offline_by_now()
    {
        await using var board = await StubBoard.StartAsync(static (asked, _) => Board("2026-11-20", accepted: 0, open: asked));

        await Watch(board).AwaitOpen(windows: 9, CancellationToken.None);
    }

    [Fact]
    public async Task Windows_of_which_the_board_never_hears_end_the_load()
    {
        await using var board = await StubBoard.StartAsync(static (_, _) => Board("2026-11-20", accepted: 0, open: 3));

        var fault = await Assert.ThrowsAsync<LoadFailedException>(() => Watch(board).AwaitOpen(windows: 9, CancellationToken.None));

        Assert.Equal("The board tells of 5 open windows, and 9 have opened.", fault.Message);
    }

    private BoardWatch Watch(StubBoard board) => new(LoadClient.To(board.Url), Province.Segment, _clock);

    private static BoardCounts Sent(int accepted)
    {
        var counts = new BoardCounts();
        counts.Add(BoardCount.Accepted, accepted);
        return counts;
    }

    private static string Board(string day, int accepted, int open = 0) =>
        $$$"""{"businessDay":"{{{day}}}","gauges":{"windowsOpen":{{{open}}},"windowsPaused":0,"windowsOffline":2},"counts":{"issued":0,"called":0,"abandoned":0,"accepted":{{{accepted}}},"completed":0,"withdrawn":0,"reviews":[0,0,0,0,0]}}""";
}
