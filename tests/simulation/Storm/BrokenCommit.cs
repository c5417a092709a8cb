using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Simulation;

/// <summary>A journal in which one event breaks its transaction: in the middle, or at the commit itself.</summary>
internal sealed class BrokenCommit : IDisposable, ITouches
{
    private const string Poison = "poison";

    private readonly TempDirectory _folder = new();

    public BrokenCommit()
    {
        Open().Dispose();
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(_folder.Path)};Pooling=False");
        connection.Open();
        connection.Run("CREATE TABLE owed (row INTEGER REFERENCES windows (window_id) DEFERRABLE INITIALLY DEFERRED)");
    }

    /// <summary>The poisoned event owes a row that is missing at the commit.</summary>
    public BrokenCommit AtCommit() => With("INSERT INTO owed VALUES (4711)");

    /// <summary>The poisoned event is refused when it is stored.</summary>
    public BrokenCommit InTheMiddle() => With("SELECT RAISE(ABORT, 'broken')");

    /// <summary>Sends three events of which the second breaks the transaction; says what was answered, and what is there after a restart.</summary>
    public (bool IsAnswered, long Stored) Send()
    {
        bool isAnswered;
        using (var open = Open())
        {
            var sent = open.Journal.Append([Some.Accepted("a"), Some.Event(EventKind.CaseAccepted, Poison, new Facts { Case = "b" }), Some.Accepted("c")]);
            isAnswered = sent.ContinueWith(static answer => answer.IsCompletedSuccessfully, TaskScheduler.Default).GetAwaiter().GetResult();
        }

        Open().Dispose();
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(_folder.Path)};Pooling=False");
        connection.Open();
        return (isAnswered, (long)connection.Scalar("SELECT COUNT(*) FROM events")!);
    }

    public void Touched(System.Collections.Immutable.ImmutableArray<WindowChange> windows)
    {
    }

    public void Dispose() => _folder.Dispose();

    private BrokenCommit With(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(_folder.Path)};Pooling=False");
        connection.Open();
        connection.Run($"CREATE TRIGGER broken AFTER INSERT ON events WHEN new.event_id LIKE '{Poison}%' BEGIN {statement}; END");
        return this;
    }

    private OpenJournal Open()
    {
        var directory = DataDirectory.Take(_folder.Path);
        return new OpenJournal(directory, SqliteJournal.Open(directory, CountingTerms.Default, new JournalOptions(), this, new ManualClock(), NullLogger<SqliteJournal>.Instance));
    }

    private sealed record OpenJournal(DataDirectory Directory, SqliteJournal Journal) : IDisposable
    {
        public void Dispose()
        {
            Journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Dispose();
        }
    }
}
