using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>The numberings of a source, by stream and epoch, and its conflicts, the newest first.</summary>
public sealed record SourceGaps(string Source, ImmutableArray<Numbering> Streams, ImmutableArray<SourceConflict> Conflicts);
