using Azure.Data.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.AzureTables;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Silo.AzureTables;

/// <summary>A journal of Azure tables with a data directory of its own; several houses may stand over one table.</summary>
internal sealed class AzureTablesHouse : AnyJournalHouse
{
    private readonly TempDirectory _folder = new();
    private readonly LostAnswers _line;
    private DataDirectory _directory;

    public AzureTablesHouse(AzuriteServer server, string table, JournalOptions? options = null, ManualClock? clock = null, CountingTerms? terms = null)
        : base(terms ?? CountingTerms.Default, clock ?? new ManualClock())
    {
        Options = options ?? new JournalOptions();
        (Options.AzureTables, Options.AzureTableName) = (server.ConnectionString, table);
        // A test asks for a look where it needs one; its clock passes months at once.
        Options.FollowEvery = TimeSpan.FromHours(1);
        _line = new LostAnswers();
        _directory = DataDirectory.Take(_folder.Path);
        try
        {
            Journal = Open();
        }
        catch
        {
            _line.Dispose();
            _directory.Dispose();
            _folder.Dispose();
            throw;
        }
    }

    public JournalOptions Options { get; }

    public AzureTablesJournal Journal { get; private set; }

    public override IJournalStore Store => Journal;

    public LostAnswers OnTheWay => _line;

    public string Folder => _folder.Path;

    public string Replica => AzureTablesJournal.ReplicaIn(_folder.Path);

    public TableClient Table => new(Options.AzureTables, Options.AzureTableName);

    public override Task Reopen() => Reopen(static _ => { });

    /// <param name="change">What happens to the folder of the replica in between.</param>
    public async Task Reopen(Action<string> change)
    {
        await Journal.DisposeAsync();
        change(Replica);
        Journal = Open();
    }

    public override void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(Replica)};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    /// <summary>What the start of a server does before it shows a number; the journal is closed meanwhile.</summary>
    public async Task Check(Action<string> change)
    {
        await Journal.DisposeAsync();
        try
        {
            change(Replica);
            AzureTablesJournal.Check(_directory, Terms, Options, Clock, new StartProgress(), NullLogger.Instance, default);
        }
        finally
        {
            Journal = Open();
        }
    }

    /// <summary>What the verb says: from the log itself, and the replica beside it.</summary>
    public Task<RecountResult> RecountFromLog() => AzureTablesJournal.Recount(_folder.Path, Options, null, null, new Progress<long>(), default);

    public override async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        _line.Dispose();
        _directory.Dispose();
        _folder.Dispose();
    }

    private AzureTablesJournal Open() =>
        AzureTablesJournal.Open(LogTable.Of(Options, reach => reach.Transport = _line), _directory, Terms, Options, this, Clock, NullLogger<AzureTablesJournal>.Instance);
}
