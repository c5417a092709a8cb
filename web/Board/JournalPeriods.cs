using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>Sums of whole days, read from the journal's cells each time they are asked for.</summary>
internal sealed class JournalPeriods(IJournal journal, Roster roster, TimeProvider clock) : IPeriods
{
    public async ValueTask<PeriodSums?> Sum(UnitPath scope, string period, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Period.Days(period, BusinessDay.Of(now)) is not var (first, last)) return null;
        var windows = await journal.Sum(scope, first, last, cancellation);
        var children = scope.Kind == UnitKind.Window ? [] : ChildrenOf(scope, windows);
        var revisions = await journal.ReadRevisions(scope, first, last, cancellation);
        return new PeriodSums(first, last, now, Total(windows), children)
        {
            Revised = revisions.Count(static revision => revision.State is RevisionState.Entered or RevisionState.Approved),
            Waiting = revisions.Count(static revision => revision.State == RevisionState.Waiting),
        };
    }

    private static Tally Total(IEnumerable<WindowSum> windows) => windows.Aggregate(Tally.Zero, static (sum, window) => sum + window.Tally);

    private ImmutableArray<KeyValuePair<UnitPath, Tally>> ChildrenOf(UnitPath scope, IEnumerable<WindowSum> windows)
    {
        var sums = windows.GroupBy(window => window.Window.ChildOf(scope)).ToDictionary(static child => child.Key, Total);
        var units = roster.ChildrenOf(scope).Select(static unit => unit.Path).Union(sums.Keys);
        return [.. roster.InOrder(units, static unit => unit).Select(unit => KeyValuePair.Create(unit, sums.GetValueOrDefault(unit, Tally.Zero)))];
    }
}
