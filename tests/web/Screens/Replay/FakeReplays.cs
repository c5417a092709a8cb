using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

/// <summary>Three records of the sample morning, at 9:58, 9:59 and 10:00, of which the first has one accepted case less; nothing before.</summary>
internal sealed class FakeReplays(FakeFrames frames) : IReplays
{
    private const long MinuteMs = 60_000;
    private static readonly long Ten = SampleBoard.Now.ToUnixTimeMilliseconds();

    /// <summary>What is answered in the place of a frame.</summary>
    public ReplayAnswer? Instead { get; set; }

    public async Task<ReplayAnswer> Show(UnitPath scope, long? atMs, CancellationToken cancellation)
    {
        if (await frames.Newest(scope, cancellation) is not { } newest) return new ReplayAnswer(ReplayOutcome.UnknownScope);
        if (Instead is not null) return Instead;
        TokenMark[] day = [Mark(1, scope), Mark(2, scope), Mark(3, scope)];
        var token = Array.FindLast(day, token => token.AtMs <= (atMs ?? Ten));
        if (token is null) return new ReplayAnswer(ReplayOutcome.NothingRecorded);
        var board = newest.Board with { Own = newest.Board.Own with { Cell = newest.Board.Own.Cell with { Version = token.Number } } };
        var shown = SampleBoard.Printed.Of(board, token.AtMs);
        var frame = new Frame(Replays.Epoch, token.Number, DateTimeOffset.FromUnixTimeMilliseconds(token.AtMs), board, shown, default);
        return new ReplayAnswer(ReplayOutcome.Shown, new ReplayFrame(frame, atMs ?? token.AtMs, token, [.. day], Later(token)));
    }

    private static TokenMark Mark(int number, UnitPath scope) => new(number, Ten - ((3 - number) * MinuteMs), scope, number == 2, Behind: 0);

    private static LaterEvents Later(TokenMark token) => token.Number == 3 ? LaterEvents.None : new LaterEvents(1, 1, 4,
    [
        new LaterEvent(UnitPath.Parse("hainan/haikou/housing/w01"), EventKind.Correction, "urn:test", "c1-corrected", Ten, Ten + MinuteMs),
        new LaterEvent(UnitPath.Parse("hainan/haikou/housing/w02"), EventKind.CaseAccepted, "urn:test", "c2-accepted", token.AtMs - (5 * MinuteMs), Ten + (86_400 * 1000)),
    ]);
}
