using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Postgres;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>A journal of PostgreSQL in a schema; several houses may stand over one.</summary>
internal sealed class PostgresHouse : AnyJournalHouse
{
    private readonly JournalOptions _options;

    public PostgresHouse(string database, JournalOptions? options = null, ManualClock? clock = null, CountingTerms? terms = null)
        : base(terms ?? CountingTerms.Default, clock ?? new ManualClock())
    {
        (Database, _options) = (database, options ?? new JournalOptions());
        Journal = Open();
    }

    public string Database { get; }

    public PostgresJournal Journal { get; private set; }

    public override IJournalStore Store => Journal;

    public override async Task Reopen()
    {
        await Journal.DisposeAsync();
        Journal = Open();
    }

    public override void Tamper(string sql)
    {
        using var connection = new NpgsqlConnection(Database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public override ValueTask DisposeAsync() => Journal.DisposeAsync();

    private PostgresJournal Open() => PostgresJournal.Open(Database, Terms, _options, this, Clock, NullLogger<PostgresJournal>.Instance);
}
