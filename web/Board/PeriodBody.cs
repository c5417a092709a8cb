using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>The body of a span of days.</summary>
internal sealed class PeriodBody(IPeriods periods, ScopeReader scopes, IndicatorBodies indicators, Roster roster, BuildIdentity build, TimeProvider clock)
{
    /// <returns>Null when the text is no period.</returns>
    public async Task<ReadOnlyMemory<byte>?> Of(Frame frame, string period, CancellationToken cancellation)
    {
        if (await periods.Sum(frame.Scope, period, cancellation) is not { } sums) return null;
        return PeriodFormat.Write(frame, sums, scopes.Of(sums, frame), period, roster, indicators, build, clock.GetUtcNow());
    }
}
