using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>A journal as the process that hosts it sees it: all that it keeps, and how it fares.</summary>
public interface IJournalStore : IJournal, IDeclarations, IBoardTokens, IEventSources, ITaskLedger, IAsyncDisposable
{
    /// <summary>Ends when the journal acknowledges nothing any more; never for one that only reads, or that can recover by itself.</summary>
    Task Completion { get; }

    /// <summary>Why the journal stopped for good; null while all is well, or while it may yet recover.</summary>
    Exception? Fault { get; }

    /// <summary>Whether the disk was full at the last commit.</summary>
    bool IsFull { get; }

    /// <summary>Bytes of the journal, and of the log beside it where it has one.</summary>
    (long Journal, long Log) Sizes { get; }

    /// <summary>Events and estimated bytes that wait for a commit.</summary>
    (int Events, long Bytes) Waiting { get; }

    /// <summary>Begins a recount of everything, in steps.</summary>
    IRecountRound BeginRecount();

    /// <summary>What the events of windows up to a version each say of a day, counted anew; a window that never reported is left out.</summary>
    /// <param name="versions">Of all windows of a county, where the item catalogue matters.</param>
    Task<ImmutableArray<WindowRecord>> CountAt(IReadOnlyList<WindowVersion> versions, BusinessDay day, CancellationToken cancellation = default);
}
