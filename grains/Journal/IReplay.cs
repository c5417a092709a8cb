using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>One scope on one business day, counted anew from the events at whatever token is asked for. May be asked by several at once.</summary>
public interface IReplay
{
    /// <summary>The tokens of the day that were recorded when it was opened, by instant.</summary>
    ImmutableArray<TokenMark> Tokens { get; }

    /// <summary>
    /// The windows of the scope as the events up to the token's versions say, without the item catalogue, in path order. A step to a token
    /// nearby is cheap: only what happened between the two is counted.
    /// </summary>
    ImmutableArray<WindowRecord> At(TokenMark token);

    /// <summary>What came after the token and is of something that had happened before it, at most so many of them listed.</summary>
    LaterEvents After(TokenMark token, int most);
}
