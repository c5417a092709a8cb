using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Recount;

/// <summary>How the server recounts itself in the background. Options under <c>Recount</c>.</summary>
public sealed class RecountOptions
{
    /// <summary>Whether it does, by default true.</summary>
    public bool Background { get; set; } = true;

    /// <summary>Share of one core that a round takes at most, in percent: 1 to 100, by default 5. Less makes a round longer.</summary>
    [Range(1, 100, ErrorMessage = "Recount:PercentOfCore: {1} to {2}.")]
    public int PercentOfCore { get; set; } = 5;

    /// <summary>From the start of the server to the first round: 1 s to 1 day, by default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Recount:FirstAfter: {1} to {2}.")]
    public TimeSpan FirstAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From the end of a round to the next: 1 s to 7 days, by default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Recount:RestBetween: {1} to {2}.")]
    public TimeSpan RestBetween { get; set; } = TimeSpan.FromMinutes(10);
}
