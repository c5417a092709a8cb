using System.ComponentModel.DataAnnotations;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Board;

/// <summary>The ages at which a unit's figures are called late and silent. Options under <c>Freshness</c>.</summary>
public sealed class FreshnessLimits
{
    /// <summary>A unit is late when its newest report is older than this: 10 s to 1 h, by default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "Freshness:LateAfter: {1} to {2}.")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A unit is silent when its newest report is older than this: 1 min to 1 day, by default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Freshness:SilentAfter: {1} to {2}.")]
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <param name="opening">Null: the unit is always due.</param>
    public FreshnessState Of(long? lastEventMs, Opening? opening, long atMs)
    {
        var age = atMs - lastEventMs;
        if (age <= LateAfter.TotalMilliseconds) return FreshnessState.Live;
        if (opening is not null && !opening.Covers(atMs, LocalTerms.Default.Calendar)) return FreshnessState.Closed;
        if (age is null) return FreshnessState.Never;
        return age > SilentAfter.TotalMilliseconds ? FreshnessState.Silent : FreshnessState.Late;
    }
}
