namespace OpsBoard.LoadTest;

/// <summary>Sends each event when it happens by the server's clock; what had happened before the start is sent as fast as it is taken.</summary>
internal sealed class Feed(EventSender sender, EventBatcher batches, ScaledClock server, TimeProvider real, FeedReport report)
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Ends with the last event, or by cancellation.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = batches.TakeUntil(server.GetUtcNow());
        while (batch is not null || batches.Next is not null)
        {
            cancel.ThrowIfCancellationRequested();
            batch = batch is null ? await WaitAsync(cancel) : await SendAsync(batch, cancel);
            report.Show(server.GetUtcNow(), batches.Next);
        }
    }

    // The next body is written while the last one is on its way, but sent only after its answer: one feed keeps its events in order.
    private async Task<EventBatch?> SendAsync(EventBatch batch, CancellationToken cancel)
    {
        var isPast = batch.Events[^1].Time < server.GetUtcNow() - LongAgo * server.Speed;
        var sending = sender.SendAsync(batch, isPast, cancel);
        var next = IsBehind() ? batches.TakeUntil(server.GetUtcNow()) : null;
        await sending;
        return next;
    }

    private async Task<EventBatch?> WaitAsync(CancellationToken cancel)
    {
        if (!IsBehind()) await Task.Delay(Pause, real, cancel);
        return batches.TakeUntil(server.GetUtcNow());
    }

    // Events of the last pause are collected; older ones have waited long enough.
    private bool IsBehind() => batches.Next <= server.GetUtcNow() - Pause * server.Speed;
}
