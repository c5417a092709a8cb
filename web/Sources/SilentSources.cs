using Microsoft.Extensions.Options;
using OpsBoard.Board;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Sources;

/// <summary>
/// Which sources are silent (来源静默): nothing of them was stored for as long as makes a unit silent, and the unit for which they send has been due for as long. So
/// outside of opening hours none is.
/// </summary>
internal sealed class SilentSources(SourceBook book, Roster roster, IFrames frames, IOptions<FreshnessLimits> limits, TimeProvider clock)
{
    public async Task<IReadOnlyList<SourceSilence>> Among(IReadOnlyList<SourceRecord> sources, CancellationToken cancellation)
    {
        var registered = book.List();
        var beforeMs = clock.GetUtcNow().ToUnixTimeMilliseconds() - (long)limits.Value.SilentAfter.TotalMilliseconds;
        var silent = new List<SourceSilence>();
        foreach (var source in sources.Where(source => source.LastReceivedMs < beforeMs))
        {
            if (UnitOf(source.Source, registered) is { } unit && await IsDueSince(unit, beforeMs, cancellation)) silent.Add(new SourceSilence(source.Source, unit));
        }

        return silent;
    }

    // One that is not registered may write everything: it is the province's, where there is one province.
    private UnitPath? UnitOf(string source, IEnumerable<ListedSource> registered)
    {
        var units = registered.FirstOrDefault(each => each.Source.SpeaksAs(source))?.Source.Units ?? [.. roster.Provinces.Select(static province => province.Path)];
        if (units.IsEmpty) return null;
        var above = units[0];
        while (!units.All(above.Contains) && above.Kind != UnitKind.Province) above = above.IsLine ? above.Province : above.Parent;
        return units.All(above.Contains) ? above.IsLine ? above.Province : above : null;
    }

    private async Task<bool> IsDueSince(UnitPath unit, long beforeMs, CancellationToken cancellation) =>
        await frames.Newest(unit, cancellation) is { Board.Own.Gauges.DueSinceMs: { } since } && since < beforeMs;
}
