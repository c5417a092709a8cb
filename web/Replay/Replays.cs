using Microsoft.Extensions.Options;
using OpsBoard.Board;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Replay;

/// <summary>The replays that are open, at most a few: each scope and day is counted back once, and then goes from token to token.</summary>
internal sealed class Replays(
    IJournal journal,
    IBoardTokens tokens,
    Attendance attendance,
    Printed printed,
    IOptions<ReplayOptions> options,
    TimeProvider clock) : IReplays
{
    /// <summary>In the place of an epoch: no live frame has it.</summary>
    public const string Epoch = "replay";

    private const int MostListed = 50;
    private const int AskAgainSeconds = 2;

    // A day is counted back in moments, or it takes so long that the page had better say how far it is.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lock _gate = new();
    private readonly List<OpenReplay> _open = [];

    public async Task<ReplayAnswer> Show(UnitPath scope, long? atMs, CancellationToken cancellation)
    {
        if (!await Knows(scope, cancellation)) return new ReplayAnswer(ReplayOutcome.UnknownScope);
        var askedMs = atMs ?? clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (await tokens.FindToken(scope, askedMs, cancellation) is not { } token) return new ReplayAnswer(ReplayOutcome.NothingRecorded);
        if (Take(scope, token) is not { } open) return new ReplayAnswer(ReplayOutcome.Busy, RetryAfter: (int)options.Value.IdleAfter.TotalSeconds);
        try
        {
            var replay = await open.Opening.WaitAsync(Patience, clock, cancellation);
            return new ReplayAnswer(ReplayOutcome.Shown, await Task.Run(() => FrameOf(scope, replay, token, atMs ?? token.AtMs), cancellation));
        }
        catch (TimeoutException)
        {
            return new ReplayAnswer(ReplayOutcome.Opening, Percent: open.Percent, RetryAfter: AskAgainSeconds);
        }
        catch (ReplayTooLargeException)
        {
            return new ReplayAnswer(ReplayOutcome.TooLarge);
        }
        finally
        {
            open.Use(clock);
            if (open.Opening.IsFaulted) Remove(open);
        }
    }

    private async Task<bool> Knows(UnitPath scope, CancellationToken cancellation) =>
        attendance.Roster.Knows(scope) || (scope.IsLine && attendance.Roster.ChildrenOf(scope).Any()) || !(await journal.ReadVersions(scope, cancellation)).IsEmpty;

    /// <returns>Null when all places are taken.</returns>
    private OpenReplay? Take(UnitPath scope, TokenMark token)
    {
        lock (_gate)
        {
            var day = BusinessDay.Of(token.AtMs);
            var found = _open.Find(open => open.Scope == scope && open.Day == day);
            if (found is not null && !IsBehind(found, token) && !found.IsStale(clock)) return found;
            if (found is not null) _open.Remove(found);
            if (_open.Count >= options.Value.AtOnce) _open.RemoveAll(open => open.IsIdle(clock, options.Value.IdleAfter));
            if (_open.Count >= options.Value.AtOnce) return null;
            // Without the caller's cancellation: others may wait for the same replay.
            var opened = new OpenReplay(scope, day, progress => tokens.OpenReplay(scope, day, options.Value.MostEvents, progress, CancellationToken.None), clock);
            _open.Add(opened);
            return opened;
        }
    }

    private void Remove(OpenReplay open)
    {
        lock (_gate) _open.Remove(open);
    }

    // Today goes on while it is replayed.
    private static bool IsBehind(OpenReplay open, TokenMark token) =>
        open.Opening is { IsCompletedSuccessfully: true, Result.Tokens: var known } && (known is [] || known.Max(static each => each.Number) < token.Number);

    private ReplayFrame FrameOf(UnitPath scope, IReplay replay, TokenMark token, long askedMs)
    {
        var board = BoardOf(scope, replay, token);
        var frame = new Frame(Epoch, token.Number, DateTimeOffset.FromUnixTimeMilliseconds(token.AtMs), board, printed.Of(board, token.AtMs), default);
        return new ReplayFrame(frame, askedMs, token, replay.Tokens, replay.After(token, MostListed));
    }

    private BoardState BoardOf(UnitPath scope, IReplay replay, TokenMark token)
    {
        var (windows, day) = (replay.At(token), BusinessDay.Of(token.AtMs));
        if (scope.Kind == UnitKind.Window)
        {
            var window = windows is [var record] ? record : WindowRecord.Unheard(scope);
            return WindowBoard.BoardOf(WindowBoard.ContributionOf(window, day, token.AtMs, attendance));
        }

        var rollUp = new RollUp(scope, attendance, day, token.AtMs);
        rollUp.Load(windows, token.AtMs);
        return rollUp.Board(token.AtMs);
    }
}
