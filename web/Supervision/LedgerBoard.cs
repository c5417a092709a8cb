using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// What boards say of the ledger of their scope. It is asked for with every frame, so it never waits for the journal, and works a scope out anew only when an entry
/// is another one or the minute is: marks move with time alone.
/// </summary>
internal sealed class LedgerBoard(HeldLedger held, Roster roster, IOptions<SupervisionOptions> options, TimeProvider clock)
{
    private const long MinuteMs = 60_000;

    // Scopes that somebody looks at; as many as there may be feeds of a province.
    private const int MostScopes = 2_000;

    private readonly ConcurrentDictionary<UnitPath, (long Revision, long Minute, ImmutableArray<KeyValuePair<string, Shown>> Figures)> _known = new();

    /// <param name="atMs">In unix milliseconds; more than a minute ago it is the ledger as it was known then, for replays.</param>
    public IEnumerable<KeyValuePair<string, Shown>> Of(UnitPath scope, long atMs)
    {
        var image = held.Newest;
        var minute = atMs / MinuteMs;
        if (atMs < clock.GetUtcNow().ToUnixTimeMilliseconds() - MinuteMs) return FiguresOf(scope, image, atMs, isPast: true);
        if (_known.TryGetValue(scope, out var known) && known.Revision == image.Revision && known.Minute == minute) return known.Figures;
        if (_known.Count >= MostScopes) _known.Clear();
        var figures = FiguresOf(scope, image, atMs, isPast: false);
        _known[scope] = (image.Revision, minute, figures);
        return figures;
    }

    private ImmutableArray<KeyValuePair<string, Shown>> FiguresOf(UnitPath scope, LedgerImage image, long atMs, bool isPast)
    {
        var views = isPast ? image.In(scope, atMs) : image.In(scope);
        return [.. LedgerRows.Of(LedgerReading.Of(scope, views, DateTimeOffset.FromUnixTimeMilliseconds(atMs), options.Value.Standards), roster)];
    }
}
