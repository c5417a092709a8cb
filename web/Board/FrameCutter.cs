using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>Makes frames from boards: prints every figure, and writes snapshot and patch, each once for all viewers.</summary>
internal sealed class FrameCutter(Printed printed, Roster roster, BuildIdentity build, string epoch)
{
    /// <returns>Null when a viewer of <paramref name="previous"/> would see and hear nothing new.</returns>
    public Cut? Next(Cut? previous, BoardState board, DateTimeOffset at)
    {
        var atMs = at.ToUnixTimeMilliseconds();
        var revision = roster.Revision;
        var shown = printed.Of(board, atMs);
        var hasSameUnits = previous is not null && previous.RosterRevision == revision && SameUnits(board, previous.Frame.Board);
        if (hasSameUnits && board.Version == previous!.Frame.Board.Version && board.Day == previous.Frame.Board.Day && Same(shown, previous.Frame.Shown))
            return null;
        var version = (previous?.Frame.Version ?? 0) + 1;
        var freshness = board.Children.Prepend(board.Own).ToFrozenDictionary(static row => row.Unit, row => printed.FreshnessOf(row, atMs));
        var draft = new FrameDraft(epoch, version, at, board, shown, freshness);
        var frame = new Frame(epoch, version, at, board, shown, SnapshotFormat.Write(draft, roster, build));
        // A patch tells of figures, not of units: other units or names need the snapshot.
        return hasSameUnits ? new Cut(frame, previous!.Frame.Version, PatchFormat.Write(draft, previous.Frame), revision) : new Cut(frame, 0, default, revision);
    }

    private static bool SameUnits(BoardState left, BoardState right) =>
        left.Children.Select(static child => child.Unit).SequenceEqual(right.Children.Select(static child => child.Unit));

    private static bool Same(FrozenDictionary<string, Shown> left, FrozenDictionary<string, Shown> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && other == pair.Value);
}
