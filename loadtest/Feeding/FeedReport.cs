using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Tells now and then how far the feed is: every 10 seconds to a terminal, every minute to a file, more often while it catches up.</summary>
internal sealed class FeedReport(TextWriter output, Ledger ledger, TimeProvider real, bool isTerminal)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private readonly TimeSpan _every = TimeSpan.FromSeconds(isTerminal ? 10 : 60);
    private readonly TimeSpan _everyWhileLate = TimeSpan.FromSeconds(isTerminal ? 1 : 5);
    private long _last = real.GetTimestamp();

    /// <param name="now">By the server's clock.</param>
    /// <param name="next">When the first event happens that is not sent yet.</param>
    public void Show(DateTimeOffset now, DateTimeOffset? next)
    {
        var isLate = next < now - Late;
        if (real.GetElapsedTime(_last) < (isLate ? _everyWhileLate : _every)) return;
        _last = real.GetTimestamp();
        output.WriteLine(isLate ? $"Catching up, {Clock(next!.Value)} of {Clock(now)}: {ledger}" : $"{Clock(now)} {ledger}");
    }

    public void End() => output.WriteLine($"Ended: {ledger}");

    private static string Clock(DateTimeOffset time) => time.ToOffset(Hours.Offset).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
