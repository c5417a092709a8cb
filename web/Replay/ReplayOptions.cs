using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Replay;

/// <summary>What is kept for replays, and what they may cost. Options under <c>Replay</c>.</summary>
public sealed class ReplayOptions
{
    /// <summary>For how long tokens are kept: 1 day to 10 years, by default 90 days. Older instants cannot be replayed.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00", ErrorMessage = "Replay:KeepFor: {1} to {2}.")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Replays (a scope on a day) that are open at once: 1 to 16, by default 2. Whoever asks for another one is told to come again.</summary>
    [Range(1, 16, ErrorMessage = "Replay:AtOnce: {1} to {2}.")]
    public int AtOnce { get; set; } = 2;

    /// <summary>A replay that nobody asked for so long makes room for another: 10 s to 1 h, by default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "Replay:IdleAfter: {1} to {2}.")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Events of a scope since a day began that are counted back at most: 1,000 to 50,000,000, by default 2,000,000 (about 100 MB). Days before that are refused.</summary>
    [Range(1_000, 50_000_000, ErrorMessage = "Replay:MostEvents: {1} to {2} events.")]
    public int MostEvents { get; set; } = 2_000_000;
}
