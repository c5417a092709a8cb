using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>The tokens of the frames that were shown, and what the journal says of them later.</summary>
public interface IBoardTokens
{
    /// <summary>Keeps a token, and lets go of those of its province that are older than <paramref name="keepFromMs"/>.</summary>
    /// <exception cref="JournalUnavailableException">It was not kept; nothing rests on a single token.</exception>
    Task Record(BoardToken token, long keepFromMs);

    /// <summary>The newest token of the scope's province at or before the instant; null when none was recorded.</summary>
    Task<TokenMark?> FindToken(UnitPath scope, long atMs, CancellationToken cancellation = default);

    /// <summary>Reads what is needed to count the frames of a day anew. It takes the longer the more events came since that day began.</summary>
    /// <param name="mostEvents">More events than these since the day began are refused.</param>
    /// <param name="progress">Told the share that is done, from 0 to 1.</param>
    /// <exception cref="ReplayTooLargeException">Too many events came since.</exception>
    Task<IReplay> OpenReplay(UnitPath scope, BusinessDay day, long mostEvents, IProgress<double>? progress = null, CancellationToken cancellation = default);
}
