using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting.Journals;

/// <summary>In a file of the data directory.</summary>
internal sealed class FilePlace(JournalOptions options) : IJournalPlace
{
    public string? WhyNoBackup => null;

    public void Check(DataDirectory directory, CountingTerms terms, TimeProvider clock, StartProgress progress, ILoggerFactory loggers, CancellationToken cancellation) =>
        new StartCheck(directory, terms, options, clock, loggers.CreateLogger<StartCheck>()) { Progress = progress }.Run(cancellation);

    public IJournalStore Open(DataDirectory directory, CountingTerms terms, ITouches touches, TimeProvider clock, ILoggerFactory loggers, JournalMetrics? metrics = null) =>
        SqliteJournal.Open(directory, terms, options, touches, clock, loggers.CreateLogger<SqliteJournal>(), metrics);

    public async Task<RecountResult> Recount(string directory, CountingTerms terms, UnitPath? unit, BusinessDay? day, IProgress<long> progress, CancellationToken cancellation)
    {
        await using var journal = SqliteJournal.OpenToRead(directory, terms);
        return await journal.Recount(unit, day, progress, cancellation);
    }

    public async Task<ImmutableArray<WindowRecord>> CountAt(string directory, CountingTerms terms, WindowVersion window, BusinessDay day, CancellationToken cancellation)
    {
        await using var journal = SqliteJournal.OpenToRead(directory, terms);
        return await journal.CountAt([window], day, cancellation);
    }

    public long CountAnew(DataDirectory directory, CountingTerms terms, IProgress<long> progress) => SqliteJournal.CountAnew(directory, terms, progress);

    public long NewestEventMs(string directory) => SqliteJournal.NewestEventMs(directory);
}
