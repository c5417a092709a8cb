using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>Makes frames from boards: prints every figure, and writes snapshot and patch, each once for all viewers.</summary>
internal sealed class FrameCutter(Printed printed, Roster roster, IndicatorBodies indicators, BuildIdentity build, string epoch)
{
    /// <returns>Null when a viewer of <paramref name="previous"/> would see and hear nothing new.</returns>
    public Cut? Next(Cut? previous, BoardState board, DateTimeOffset at)
    {
        // Both only rise, so their sum is another one whenever either was replaced.
        var revision = roster.Revision + indicators.Revision;
        var shown = printed.Of(board, at.ToUnixTimeMilliseconds());
        var freshness = FreshnessOf(board, at);
        var before = previous is null ? null : FreshnessOf(previous.Frame.Board, previous.Frame.AsOf);
        var hasSameUnits = previous is not null && previous.Revision == revision && SameUnits(board, previous.Frame.Board);
        var isSameBoard = hasSameUnits && board.Version == previous!.Frame.Board.Version && board.Day == previous.Frame.Board.Day && SameGauges(board, previous.Frame.Board);
        if (isSameBoard && Same(shown, previous!.Frame.Shown) && Same(freshness, before!)) return null;
        var version = (previous?.Frame.Version ?? 0) + 1;
        var draft = new FrameDraft(epoch, version, at, board, shown, freshness);
        var frame = new Frame(epoch, version, at, board, shown, SnapshotFormat.Write(draft, roster, indicators, build));
        // A patch tells of figures, not of units: other units or names need the snapshot.
        return hasSameUnits ? new Cut(frame, previous!.Frame.Version, PatchFormat.Write(draft, previous.Frame, before!), revision) : new Cut(frame, 0, default, revision);
    }

    private static bool SameUnits(BoardState left, BoardState right) =>
        left.Children.Select(static child => child.Unit).SequenceEqual(right.Children.Select(static child => child.Unit));

    // Not all of them are printed, but all are in the body, and the indicators of today are made of them: time alone can move one.
    private static bool SameGauges(BoardState left, BoardState right) =>
        left.Children.Prepend(left.Own).Select(static row => row.Gauges).SequenceEqual(right.Children.Prepend(right.Own).Select(static row => row.Gauges));

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
