using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>One run of the feed, from the first question to the last line.</summary>
internal sealed class FeedRun(FeedPlan plan, Uri url, TimeProvider real, TextWriter output)
{
    public bool IsTerminal { get; init; }

    public LedgerFile? File { get; init; }

    /// <summary>What requests are signed with; null: they are not.</summary>
    public SourceSecret? Secret { get; init; }

    public Ledger Ledger { get; } = new();

    /// <summary>Ends with the last event of the plan, or quietly by cancellation; either way the last line is the ledger.</summary>
    /// <exception cref="IntakeRefusedException">The intake takes nothing from this feed.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var report = new FeedReport(output, Ledger, real, IsTerminal);
        try
        {
            await FeedAsync(report, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Asked to stop: an end like any other.
        }
        finally
        {
            report.End();
        }
    }

    private async Task FeedAsync(FeedReport report, CancellationToken cancel)
    {
        // The system's proxy would carry the events off this machine.
        using var line = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using HttpMessageHandler handler = Secret is { } secret ? new SigningHandler(plan.Source!, secret, real, line) : line;
        using var http = new HttpClient(handler) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        var backoff = new Backoff(real, new Random(unchecked((int)plan.Seed)));
        var server = await new ServerTime(http, backoff, real, output).AskAsync(plan.Speed, cancel);
        var now = server.GetUtcNow();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Feeding {url} with {plan.Windows:N0} windows, seed {plan.Seed}; the server's time is {now.ToOffset(Hours.Offset):yyyy-MM-dd HH:mm:ss}, speed {server.Speed}."));
        var intake = new Intake(http, backoff, real);
        if (plan.HasSupervision) await new SupervisionSender(intake, output).SendAsync(plan.Supervision(now), cancel);
        using var batches = new EventBatcher(plan.Events(now).GetEnumerator(), plan.Batch);
        await new Feed(new EventSender(intake, Ledger, File, output), batches, server, real, report).RunAsync(cancel);
    }
}
