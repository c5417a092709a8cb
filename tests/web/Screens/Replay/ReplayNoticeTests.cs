using System.Net;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

/// <summary>On a host of its own, because the answer is the same for all who ask.</summary>
public sealed class ReplayNoticeTests(ScreenHost host) : IClassFixture<ScreenHost>
{
    [Theory]
    [InlineData(ReplayOutcome.Busy, HttpStatusCode.ServiceUnavailable, "同时打开的回放已达上限", "60")]
    [InlineData(ReplayOutcome.Opening, HttpStatusCode.OK, "已完成 42%", "60")]
    [InlineData(ReplayOutcome.TooLarge, HttpStatusCode.OK, "该日以来的事件太多", null)]
    public async Task A_replay_that_cannot_be_shown_yet_says_why_and_when_to_come_again(ReplayOutcome outcome, HttpStatusCode status, string words, string? again)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        host.Replays.Instead = new ReplayAnswer(outcome, Percent: 42, RetryAfter: again is null ? null : 60);

        using var answer = await client.GetAsync("/replay/hainan", TestContext.Current.CancellationToken);
        host.Replays.Instead = null;

        Assert.Equal((status, again), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Contains("回放 · 非实时", html, StringComparison.Ordinal);
    }
}
