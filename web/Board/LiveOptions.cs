using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Board;

/// <summary>How the board is pushed. Options under <c>Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>Between two frames of a scope for walls; the first after a pause goes at once: 20 ms to 10 s, by default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:00:10", ErrorMessage = "Live:PaceEvery: {1} to {2}.")]
    public TimeSpan PaceEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Between two frames of one scope for desks and tablets: from Live:PaceEvery to 10 s, by default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:00:10", ErrorMessage = "Live:DeskPaceEvery: {1} to {2}.")]
    public TimeSpan DeskPaceEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two ticks, sent also when nothing changed: 1 s to 7 s, by default 5 s. Screens call 8 s without a word cut off.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:07", ErrorMessage = "Live:TickEvery: {1} to {2}.")]
    public TimeSpan TickEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two confirmations that a unit's grain still answers: 1 s to 1 min, by default 5 s; keep it under a third of Units:ObserverExpiry.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Live:RenewEvery: {1} to {2}.")]
    public TimeSpan RenewEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How far back a reader of events may resume without a new snapshot: 0 to 10 min, by default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "Live:KeepPatches: {1} to {2}.")]
    public TimeSpan KeepPatches { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A viewer to whom a message cannot be sent for so long is cut off: 1 s to 1 min, by default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Live:CutAfter: {1} to {2}.")]
    public TimeSpan CutAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A viewer to whom a message takes longer than this to send is slow: 1 s to 1 min, by default 5 s; keep it under Live:CutAfter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Live:SlowAfter: {1} to {2}.")]
    public TimeSpan SlowAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a slow viewer is left alone after such a message: 1 s to 7 s, by default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:07", ErrorMessage = "Live:SlowEvery: {1} to {2}.")]
    public TimeSpan SlowEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Viewers at the same time, of hub and streams together: 1 to 100,000, by default 4,000.</summary>
    [Range(1, 100_000, ErrorMessage = "Live:MostViewers: {1} to {2}.")]
    public int MostViewers { get; set; } = 4_000;

    /// <summary>Viewers at the same time from one address, or of one principal: 1 to 100,000, by default 1,000, since a proxy is one address.</summary>
    [Range(1, 100_000, ErrorMessage = "Live:MostViewersOfOne: {1} to {2}.")]
    public int MostViewersOfOne { get; set; } = 1_000;

    /// <summary>Viewers that are let in within a second, and at once after a pause: 1 to 10,000, by default 50.</summary>
    [Range(1, 10_000, ErrorMessage = "Live:ConnectsPerSecond: {1} to {2}.")]
    public int ConnectsPerSecond { get; set; } = 50;

    /// <summary>
    /// The longest time over which a stop spreads the closing of viewers: 0 to 20 s, by default 5 s, so that the whole stop ends within 10 s.
    /// Fewer viewers than would need so long to be let in again are closed in less.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:20", ErrorMessage = "Live:CloseOver: {1} to {2}.")]
    public TimeSpan CloseOver { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A scope that nobody looked at for so long is no longer followed: 10 s to 1 day, by default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Live:ForgetAfter: {1} to {2}.")]
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromMinutes(5);
}
