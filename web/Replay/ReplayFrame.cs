using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Replay;

/// <summary>A frame as it was, counted anew from the events that had come by then. All instants in unix milliseconds.</summary>
/// <param name="AskedMs">What was asked for; the frame is the newest that was recorded by then.</param>
/// <param name="Token">What it was made of.</param>
/// <param name="Day">All tokens of its day, by instant.</param>
/// <param name="Later">What came afterwards: listed, not applied.</param>
public sealed record ReplayFrame(Frame Frame, long AskedMs, TokenMark Token, ImmutableArray<TokenMark> Day, LaterEvents Later)
{
    public long AtMs => Token.AtMs;

    public long FirstMs => Day[0].AtMs;

    public long LastMs => Day[^1].AtMs;

    /// <summary>Null for the last of the day.</summary>
    public long? NextMs => Day.FirstOrDefault(token => token.AtMs > AtMs)?.AtMs;

    /// <summary>By how many changes the wall of this scope was behind the journal then; 0 where that was not noted.</summary>
    public long Behind => Token.Scope == Frame.Scope ? Token.Behind : 0;

    /// <summary>The instants of the day at which a level or a state of this scope changed.</summary>
    public IEnumerable<long> Changes => Day.Where(token => token.IsChange && token.Scope == Frame.Scope).Select(static token => token.AtMs);
}
