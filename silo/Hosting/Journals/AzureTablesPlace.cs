using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.AzureTables;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting.Journals;

/// <summary>In a table of Azure Table storage, with a replica in the data directory.</summary>
internal sealed class AzureTablesPlace : IJournalPlace
{
    private readonly JournalOptions _options;

    private AzureTablesPlace(JournalOptions options) => _options = options;

    public string WhyNoBackup =>
        "the journal is in Azure tables (Journal:AzureTables), which this verb cannot copy: copy the table with the account's own means, and the data directory while its server is stopped (docs/operations.md, \"Azure tables\").";

    public static IJournalPlace Of(JournalOptions options) => new AzureTablesPlace(options);

    public void Check(DataDirectory directory, CountingTerms terms, TimeProvider clock, StartProgress progress, ILoggerFactory loggers, CancellationToken cancellation) =>
        AzureTablesJournal.Check(directory, terms, _options, clock, progress, loggers.CreateLogger<AzureTablesJournal>(), cancellation);

    public IJournalStore Open(DataDirectory directory, CountingTerms terms, ITouches touches, TimeProvider clock, ILoggerFactory loggers, JournalMetrics? metrics = null) =>
        AzureTablesJournal.Open(directory, terms, _options, touches, clock, loggers.CreateLogger<AzureTablesJournal>(), metrics);

    public Task<RecountResult> Recount(string directory, CountingTerms terms, UnitPath? unit, BusinessDay? day, IProgress<long> progress, CancellationToken cancellation) =>
        AzureTablesJournal.Recount(directory, _options, unit, day, progress, cancellation);

    public async Task<ImmutableArray<WindowRecord>> CountAt(string directory, CountingTerms terms, WindowVersion window, BusinessDay day, CancellationToken cancellation)
    {
        await using var replica = SqliteJournal.OpenToRead(AzureTablesJournal.ReplicaIn(directory), terms);
        return await replica.CountAt([window], day, cancellation);
    }

    public long CountAnew(DataDirectory directory, CountingTerms terms, IProgress<long> progress) => AzureTablesJournal.CountAnew(directory, terms, _options, progress);

    // As the replica has it, which the check of the start brought to the head.
    public long NewestEventMs(string directory) => SqliteJournal.NewestEventMs(AzureTablesJournal.ReplicaIn(directory));
}
