using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>What a replay reads. Windows go by the numbers that the journal gave them.</summary>
internal interface IReplayRows : IDisposable
{
    IStoredEvents Stored { get; }

    /// <summary>From when on open subjects of one day are kept, in unix milliseconds; 0 when all are.</summary>
    long OpenKeptFromMs { get; }

    /// <summary>The tokens of the scope's province on a day, by instant.</summary>
    ImmutableArray<TokenMark> Tokens(UnitPath scope, BusinessDay day);

    /// <summary>The versions of a token by window; windows that are not in it have none.</summary>
    Dictionary<long, long> VersionsAt(UnitPath scope, TokenMark token);

    IEnumerable<OpenSubject> Open(long window);

    /// <summary>Every event of a window as the index tells it; those of versions up to <paramref name="since"/> without their subjects.</summary>
    IEnumerable<Touch> Touches(long window, long since);

    /// <summary>The corrections of a window, each since which version it is there, and the event that it corrects; without one when that never came.</summary>
    IEnumerable<(Occurrence Correction, long Version, Touch? Target)> Corrections(long window);

    List<(long Version, Occurrence Event)> EventsOf(long window, SubjectKind kind, string subject);

    /// <summary>The events of a subject that came with one version of their window.</summary>
    List<LaterEvent> CameWith(long window, UnitPath path, SubjectKind kind, string subject, long version);
}
