using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>The journal itself, in a folder of its own: in memory where there is such a place, unless it is told another.</summary>
internal sealed class SqliteStore : IStore, ITouches
{
    private const string Memory = "/dev/shm";

    private readonly string _folder;
    private readonly CountingTerms _terms;
    private readonly ManualClock _clock = new();
    private DataDirectory _directory;
    private SqliteJournal _journal;

    public SqliteStore(CountingTerms terms, string? place = null)
    {
        _terms = terms;
        _folder = Path.Combine(place ?? (Directory.Exists(Memory) ? Memory : Path.GetTempPath()), $"opsboard-{Guid.NewGuid():n}");
        (_directory, _journal) = Open();
    }

    public IJournal Journal => _journal;

    public IReadOnlyList<Verdict> Commit(IReadOnlyList<ServiceEvent> events, long nowMs)
    {
        _clock.Advance(DateTimeOffset.FromUnixTimeMilliseconds(nowMs) - _clock.GetUtcNow());
        return _journal.Append(events).GetAwaiter().GetResult();
    }

    public void Restart()
    {
        Close();
        (_directory, _journal) = Open();
    }

    public IEnumerable<(BusinessDay Day, Tally Tally)> Days(UnitPath window)
    {
        var (first, last) = (new BusinessDay(0), new BusinessDay(100_000));
        var days = _journal.ReadDays(window, first, last).Result.ToDictionary(static day => day.Day, static day => new TallyBuilder(day.Tally));
        foreach (var mark in _journal.ReadRevisions(window, first, last).Result.Where(static revision => revision.State == RevisionState.Waiting).SelectMany(static revision => revision.Changes))
            (days.TryGetValue(mark.Day, out var day) ? day : days[mark.Day] = new TallyBuilder()).Add(mark);
        return days.Select(static day => (day.Key, day.Value.ToTally()));
    }

    // The simulated network tells the windows: when the real writer does so is not for the seed to say.
    public void Touched(System.Collections.Immutable.ImmutableArray<WindowChange> windows)
    {
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
    }

    private (DataDirectory Directory, SqliteJournal Journal) Open()
    {
        var directory = DataDirectory.Take(_folder);
        return (directory, SqliteJournal.Open(directory, _terms, new JournalOptions(), this, _clock, NullLogger<SqliteJournal>.Instance));
    }

    private void Close()
    {
        _journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _directory.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
