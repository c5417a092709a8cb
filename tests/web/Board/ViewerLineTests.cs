using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsBoard.Testing;
using OpsBoard.Web.Run;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Board;

public sealed class ViewerLineTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<OpsBoardMetrics>().BuildServiceProvider();
    private readonly CountedMetrics _counted;
    private readonly ViewerLine _line;
    private readonly TaskCompletionSource _sending = new();

    public ViewerLineTests()
    {
        _counted = new CountedMetrics(_services);
        _line = new ViewerLine(Options.Create(new LiveOptions()), _clock, _services.GetRequiredService<OpsBoardMetrics>());
    }

    [Fact]
    public async Task A_viewer_who_takes_a_message_within_five_seconds_is_told_the_next_at_once()
    {
        var sent = _line.Send(_sending.Task, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(5));

        _sending.SetResult();

        await sent;
        Assert.Equal(0, _counted["opsboard.viewers.slowed"]);
    }

    [Fact]
    public async Task A_viewer_who_takes_longer_is_left_alone_for_five_seconds()
    {
        var sent = _line.Send(_sending.Task, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(6));
        var resting = _clock.Awaits(TimeSpan.FromSeconds(5));

        _sending.SetResult();
        await resting;

        Assert.False(sent.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await sent;
        Assert.Equal(1, _counted["opsboard.viewers.slowed"]);
    }

    [Fact]
    public async Task A_viewer_who_takes_nothing_for_ten_seconds_is_cut_off()
    {
        var sent = _line.Send(_sending.Task, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<TimeoutException>(() => sent);
        Assert.Equal(1, _counted["opsboard.viewers.cut"]);
    }

    [Fact]
    public async Task A_viewer_who_goes_is_not_counted_as_slow()
    {
        using var gone = new CancellationTokenSource();
        var sent = _line.Send(_sending.Task, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        Assert.Equal((0, 0), (_counted["opsboard.viewers.slowed"], _counted["opsboard.viewers.cut"]));
    }

    public void Dispose()
    {
        _counted.Dispose();
        _services.Dispose();
    }
}
