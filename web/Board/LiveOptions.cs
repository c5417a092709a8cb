using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Board;

/// <summary>How the board is pushed. Options under <c>Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>Between two frames of a scope; the first after a pause goes at once: 20 ms to 10 s, by default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:00:10", ErrorMessage = "Live:PaceEvery: {1} to {2}.")]
    public TimeSpan PaceEvery { get; set; } = TimeSpan.FromMilliseconds(500);

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

    /// <summary>A scope that nobody looked at for so long is no longer followed: 10 s to 1 day, by default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Live:ForgetAfter: {1} to {2}.")]
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromMinutes(5);
}
