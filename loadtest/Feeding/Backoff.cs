using System.Net.Http.Headers;

namespace OpsBoard.LoadTest;

/// <summary>How long to wait before a batch is sent again: random up to a limit that doubles from half a second to 30 seconds, and never less than the server asks for.</summary>
internal sealed class Backoff(TimeProvider time, Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <param name="attempt">From 0.</param>
    public TimeSpan Next(int attempt, RetryConditionHeaderValue? retryAfter)
    {
        var limit = Math.Min(Most.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(attempt, 10)));
        var wait = TimeSpan.FromSeconds(limit * random.NextDouble());
        var asked = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow() ?? TimeSpan.Zero;
        return asked > wait ? asked : wait;
    }
}
