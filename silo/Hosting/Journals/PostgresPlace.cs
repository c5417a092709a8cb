using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Postgres;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting.Journals;

/// <summary>In a database of PostgreSQL.</summary>
internal sealed class PostgresPlace(string database, JournalOptions options) : IJournalPlace
{
    public string WhyNoBackup =>
        "the journal is in PostgreSQL (Journal:Postgres), which this verb cannot copy: dump the database with pg_dump, and copy the data directory while its server is stopped (docs/operations.md, \"PostgreSQL\").";

    public void Check(DataDirectory directory, CountingTerms terms, TimeProvider clock, StartProgress progress, ILoggerFactory loggers, CancellationToken cancellation) =>
        PostgresJournal.Check(database, terms, clock, progress, loggers.CreateLogger<PostgresJournal>(), cancellation);

    public IJournalStore Open(DataDirectory directory, CountingTerms terms, ITouches touches, TimeProvider clock, ILoggerFactory loggers, JournalMetrics? metrics = null) =>
        PostgresJournal.Open(database, terms, options, touches, clock, loggers.CreateLogger<PostgresJournal>(), metrics);

    public async Task<RecountResult> Recount(string directory, CountingTerms terms, UnitPath? unit, BusinessDay? day, IProgress<long> progress, CancellationToken cancellation)
    {
        await using var journal = PostgresJournal.OpenToRead(database, terms);
        return await journal.Recount(unit, day, progress, cancellation);
    }

    public async Task<ImmutableArray<WindowRecord>> CountAt(string directory, CountingTerms terms, WindowVersion window, BusinessDay day, CancellationToken cancellation)
    {
        await using var journal = PostgresJournal.OpenToRead(database, terms);
        return await journal.CountAt([window], day, cancellation);
    }

    public long CountAnew(DataDirectory directory, CountingTerms terms, IProgress<long> progress) => PostgresJournal.CountAnew(database, terms, progress);

    public long NewestEventMs(string directory) => PostgresJournal.NewestEventMs(database);
}
