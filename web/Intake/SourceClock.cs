namespace OpsBoard.Web.Intake;

/// <summary>How far the clock of a source is off, as far as its latest requests tell.</summary>
/// <param name="Source">As it stands in the events.</param>
/// <param name="Median">Of its newest event's time, less the server's, over its latest requests; above zero its clock is fast. Below zero its clock is slow, or it sends late.</param>
/// <param name="Requests">How many requests that rests on.</param>
/// <param name="HeardAt">Of the latest of them.</param>
public sealed record SourceClock(string Source, TimeSpan Median, int Requests, DateTimeOffset HeardAt)
{
    /// <summary>Above it, in either direction, operators are told.</summary>
    public static readonly TimeSpan Noticeable = TimeSpan.FromMinutes(2);

    // A single late batch says nothing about a clock.
    private const int FewestRequests = 5;

    public bool IsOff => Requests >= FewestRequests && Median.Duration() > Noticeable;
}
