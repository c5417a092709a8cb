using System.ComponentModel.DataAnnotations;
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

    /// <summary>The instant, in unix milliseconds, from which on a unit that is due is silent while nothing comes; null while it is not due.</summary>
    public long? SilentFromMs(Contribution contribution)
    {
        if (contribution.Gauges.DueSinceMs is not { } since) return null;
        var heard = contribution.HeardMs;
        return Math.Max(heard + (long)LateAfter.TotalMilliseconds ?? 0, Math.Max(heard ?? since, since) + (long)SilentAfter.TotalMilliseconds) + 1;
    }

    /// <summary>
    /// A unit is as fresh as the newest event of its windows that are due, so one that is not due makes nothing live; while none is due,
    /// any event does. Lateness and silence are counted from that event or from the opening, whichever is later: a unit that has just
    /// opened stays closed for as long as it may take to report, and one that was never heard of until it would be silent.
    /// </summary>
    public FreshnessState Of(Contribution contribution, long atMs)
    {
        var heard = contribution.HeardMs;
        if (atMs - heard <= LateAfter.TotalMilliseconds) return FreshnessState.Live;
        if (contribution.Gauges.DueSinceMs is not { } since) return FreshnessState.Closed;
        var age = atMs - Math.Max(heard ?? since, since);
        if (age > SilentAfter.TotalMilliseconds) return contribution.LastEventMs is null ? FreshnessState.Never : FreshnessState.Silent;
        return heard is null || age <= LateAfter.TotalMilliseconds ? FreshnessState.Closed : FreshnessState.Late;
    }
}
