using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Events;

public sealed class RecountDeskTests : IDisposable
{
    private readonly FakeJournal _journal = new();
    private readonly RecountDesk _desk;

    public RecountDeskTests() => _desk = new RecountDesk(_journal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_one_recount_is_under_way_another_is_sent_away_with_the_time_to_come_back()
    {
        var first = _desk.Recount(Some.Window, null, Cancel);
        var http = new DefaultHttpContext();

        var answer = await new RecountEndpoint(_desk, new ManualClock()).Read(Some.Window, http);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, Assert.IsType<ProblemHttpResult>(answer).StatusCode);
        Assert.Equal("10", http.Response.Headers.RetryAfter);
        _journal.Recounting.SetResult(new RecountResult(7, 1, []));
        Assert.Equal(7, (await first)?.Events);
        Assert.NotNull(await _desk.Recount(Some.Window, null, Cancel));
    }

    [Fact]
    public async Task A_recount_that_failed_gives_the_turn_back()
    {
        var failed = _desk.Recount(Some.Window, null, Cancel);
        _journal.Recounting.SetException(new IOException("The disk is gone."));

        await Assert.ThrowsAsync<IOException>(() => failed);
        await Assert.ThrowsAsync<IOException>(() => _desk.Recount(Some.Window, null, Cancel));
    }

    [Fact]
    public void What_differs_is_told_without_the_name_of_a_case() =>
        Assert.Equal("open Case", RecountEndpoint.FigureOf(new RecountDifference(Some.Window, "open Case 460100-1234", "True", "False")));

    public void Dispose() => _desk.Dispose();
}
