using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>What the journal knows of those who send to it.</summary>
public interface IEventSources
{
    /// <summary>Every source that ever sent an event, by name.</summary>
    Task<ImmutableArray<SourceRecord>> ReadSources(CancellationToken cancellation = default);

    /// <summary>The numbers that are held of a source, stream by stream, and who contradicted what is stored; null for an unknown source.</summary>
    /// <param name="mostRanges">At most so many ranges of each stream, the first ones, and so many conflicts, the newest.</param>
    Task<SourceGaps?> ReadGaps(string source, int mostRanges, CancellationToken cancellation = default);
}
