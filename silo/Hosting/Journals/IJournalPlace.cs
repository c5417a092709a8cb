using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting.Journals;

/// <summary>Where a journal is kept, as the configuration says: what a server and the verbs do with it, whatever it is.</summary>
public interface IJournalPlace
{
    /// <summary>Why the verb <c>backup</c> cannot copy it, and what can; null where it can.</summary>
    string? WhyNoBackup { get; }

    /// <summary>What a journal must stand before a server shows its numbers.</summary>
    /// <exception cref="DataDirectoryException">The journal of the directory cannot be used.</exception>
    /// <exception cref="JournalStoreException">The journal elsewhere cannot be used.</exception>
    void Check(DataDirectory directory, CountingTerms terms, TimeProvider clock, StartProgress progress, ILoggerFactory loggers, CancellationToken cancellation);

    /// <summary>Opens it for a process that writes to it and holds the directory.</summary>
    /// <inheritdoc cref="Check"/>
    IJournalStore Open(DataDirectory directory, CountingTerms terms, ITouches touches, TimeProvider clock, ILoggerFactory loggers, JournalMetrics? metrics = null);

    /// <summary>Recounts it, also while servers go on.</summary>
    /// <param name="unit">The windows at or beneath this unit, or all when null.</param>
    /// <param name="day">One business day, or null for all.</param>
    /// <inheritdoc cref="Check"/>
    Task<RecountResult> Recount(string directory, CountingTerms terms, UnitPath? unit, BusinessDay? day, IProgress<long> progress, CancellationToken cancellation);

    /// <summary>What the events of a window up to a version say of a day; nothing for a window that never reported.</summary>
    /// <inheritdoc cref="Check"/>
    Task<ImmutableArray<WindowRecord>> CountAt(string directory, CountingTerms terms, WindowVersion window, BusinessDay day, CancellationToken cancellation);

    /// <summary>Makes everything anew that follows from the events, because a person said so.</summary>
    /// <returns>The number of events.</returns>
    /// <inheritdoc cref="Check"/>
    long CountAnew(DataDirectory directory, CountingTerms terms, IProgress<long> progress);

    /// <summary>When its newest event happened, in unix milliseconds; 0 without any.</summary>
    /// <inheritdoc cref="Check"/>
    long NewestEventMs(string directory);
}
