using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>Prints a whole board: what a frame carries in <c>shown</c>.</summary>
/// <param name="limits">The ages at which a unit is late and silent.</param>
/// <param name="indicators">Null: nothing is said of what lags.</param>
/// <param name="ledger">The figures of a scope's ledger at an instant, in unix milliseconds (<see cref="LedgerRows"/>); null: nothing is said of it.</param>
public sealed class Printed(Roster roster, FreshnessLimits limits, IndicatorBodies? indicators = null, Func<UnitPath, long, IEnumerable<KeyValuePair<string, Shown>>>? ledger = null)
{
    /// <summary>Every text by key: the scope's own figures, its lists, and the figures of each child, registered or reporting.</summary>
    public FrozenDictionary<string, Shown> Of(BoardState board, long atMs)
    {
        var children = ChildrenOf(board).Select(child => Seen(child, atMs)).ToList();
        var own = Seen(board.Own, atMs);
        return Keyed(board.Unit, Figures.Of(own.Contribution, own.Freshness, own.Reporting, atMs))
            .Concat(Keyed(board.Unit, Attention.Of(board.Unit, board.Day, children.Count > 0 ? children : [own], roster, atMs)))
            .Concat(Keyed(board.Unit, ReviewRows.Of(own, children, roster, atMs)))
            .Concat(Keyed(board.Unit, WindowRows.Of(own, children, roster)))
            .Concat(Keyed(board.Unit, Lagging(own, children)))
            .Concat(Keyed(board.Unit, ledger?.Invoke(board.Unit, atMs) ?? []))
            .Concat(children.SelectMany(child => Keyed(child.Contribution.Unit, OfChild(child, atMs))))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>In roster order, then by path; a registered child that was never heard of stands there without counts.</summary>
    public IReadOnlyList<Contribution> ChildrenOf(BoardState board)
    {
        var heard = board.Children.ToDictionary(static child => child.Unit);
        var unheard = roster.ChildrenOf(board.Unit)
            .Where(unit => !heard.ContainsKey(unit.Path))
            .Select(unit => Silence(unit.Path, board));
        return [.. roster.InOrder(board.Children.Concat(unheard), static child => child.Unit)];
    }

    public FreshnessState FreshnessOf(Contribution contribution, long atMs) =>
        limits.Of(contribution, atMs);

    private IEnumerable<KeyValuePair<string, Shown>> Lagging(Attention.Child own, List<Attention.Child> children) => indicators is null || children.Count == 0
        ? []
        : LaggingRows.Of(indicators.Live(own.Contribution, own.Freshness), [.. children.Select(child => indicators.Live(child.Contribution, child.Freshness))], indicators, roster);

    private static IEnumerable<KeyValuePair<string, Shown>> OfChild(Attention.Child child, long atMs)
    {
        var figures = Figures.Of(child.Contribution, child.Freshness, child.Reporting, atMs);
        return child.Contribution.Unit.Kind == UnitKind.Window ? figures.Append(KeyValuePair.Create(WindowRows.Standing, WindowRows.StandingOf(child))) : figures;
    }

    private Attention.Child Seen(Contribution contribution, long atMs) =>
        new(contribution, FreshnessOf(contribution, atMs), roster.Find(contribution.Unit)?.Reporting ?? true);

    private static Contribution Silence(UnitPath unit, BoardState board) =>
        new(new Cell(unit, board.Day, Version: 0, Tally.Zero), board.Own.AtMs, new Gauges { DueSinceMs = 0 }, LastEventMs: null, Windows: 0);

    private static IEnumerable<KeyValuePair<string, Shown>> Keyed(UnitPath unit, IEnumerable<KeyValuePair<string, Shown>> figures) =>
        figures.Select(figure => KeyValuePair.Create(Figures.Key(unit, figure.Key), figure.Value));
}
