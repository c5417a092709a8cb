using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>Makes frames from boards, and patches from frames: prints every figure, and writes each body once for all viewers.</summary>
internal sealed class FrameCutter(Printed printed, Roster roster, IndicatorBodies indicators, BuildIdentity build, string epoch)
{
    /// <returns>Null when the body would be that of <paramref name="previous"/>.</returns>
    public Frame? Next(Frame? previous, BoardState board, DateTimeOffset at)
    {
        // Both only rise, so their sum is another one whenever either was replaced.
        var revision = roster.Revision + indicators.Revision;
        var shown = printed.Of(board, at.ToUnixTimeMilliseconds());
        var freshness = FreshnessOf(board, at);
        var isSameBoard = previous is not null && previous.Revision == revision && SameUnits(board, previous.Board)
            && board.Version == previous.Board.Version && board.Day == previous.Board.Day && SameGauges(board, previous.Board);
        if (isSameBoard && Same(shown, previous!.Shown) && Same(freshness, FreshnessOf(previous))) return null;
        var version = (previous?.Version ?? 0) + 1;
        var draft = new FrameDraft(epoch, version, at, board, shown, freshness);
        return new Frame(epoch, version, at, board, shown, SnapshotFormat.Write(draft, roster, indicators, build)) { Revision = revision };
    }

    /// <param name="renewedFrom">The frame since which units that were heard again are named; null: only those that are fresh otherwise now.</param>
    /// <returns>Null when no patch can tell it: other units or names need the snapshot.</returns>
    public PatchDraft? Between(Frame from, Frame to, Frame? renewedFrom) => from.Revision == to.Revision && SameUnits(from.Board, to.Board)
        ? new PatchDraft(from, to, Changed(from, to), Renewed(from, to, renewedFrom))
        : null;

    private static Dictionary<string, Shown> Changed(Frame from, Frame to) =>
        to.Shown.Where(pair => !from.Shown.TryGetValue(pair.Key, out var before) || before != pair.Value).ToDictionary(StringComparer.Ordinal);

    private List<(Contribution Row, FreshnessState State)> Renewed(Frame from, Frame to, Frame? renewedFrom)
    {
        var (before, now) = (FreshnessOf(from), FreshnessOf(to));
        var heard = renewedFrom is null ? null : RowsOf(renewedFrom).ToDictionary(static row => row.Unit, static row => row.HeardMs);
        return [.. RowsOf(to).Where(row => now[row.Unit] != before[row.Unit] || IsHeardAnew(row)).Select(row => (row, now[row.Unit]))];

        bool IsHeardAnew(Contribution row) => heard is not null && (!heard.TryGetValue(row.Unit, out var last) || last != row.HeardMs);
    }

    private static IEnumerable<Contribution> RowsOf(Frame frame) => frame.Board.Children.Prepend(frame.Board.Own);

    private static bool SameUnits(BoardState left, BoardState right) =>
        left.Children.Select(static child => child.Unit).SequenceEqual(right.Children.Select(static child => child.Unit));

    // Not all of them are printed, but all are in the body, and the indicators of today are made of them: time alone can move one.
    private static bool SameGauges(BoardState left, BoardState right) =>
        left.Children.Prepend(left.Own).Select(static row => row.Gauges).SequenceEqual(right.Children.Prepend(right.Own).Select(static row => row.Gauges));

    private FrozenDictionary<UnitPath, FreshnessState> FreshnessOf(Frame frame) => FreshnessOf(frame.Board, frame.AsOf);

    private FrozenDictionary<UnitPath, FreshnessState> FreshnessOf(BoardState board, DateTimeOffset at)
    {
        var atMs = at.ToUnixTimeMilliseconds();
        return board.Children.Prepend(board.Own).ToFrozenDictionary(static row => row.Unit, row => printed.FreshnessOf(row, atMs));
    }

    private static bool Same<TKey, TValue>(FrozenDictionary<TKey, TValue> left, FrozenDictionary<TKey, TValue> right)
        where TKey : notnull
        where TValue : struct =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && other.Equals(pair.Value));
}
