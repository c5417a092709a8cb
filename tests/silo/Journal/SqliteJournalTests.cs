using Microsoft.Data.Sqlite;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

public sealed class SqliteJournalTests : IAsyncDisposable
{
    private readonly JournalHouse _house = new();

    [Fact]
    public async Task Who_comes_after_the_batch_that_stops_the_journal_is_refused_with_it()
    {
        await _house.Reopen(BreakAt);
        using var gate = new ManualResetEventSlim();
        _house.Gate = gate;
        await _house.Append(Some.Accepted("c1"));
        Task[] group = [_house.Append(Some.Accepted("c2") with { Facts = new Facts() }), _house.Append(Some.Accepted("fatal")), _house.Append(Some.Accepted("c3"))];

        gate.Set();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => group[0]);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => group[1]);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => group[2].WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        Assert.NotNull(_house.Journal.Fault);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_wrote_is_left_alone()
    {
        _house.Tamper("PRAGMA user_version = 99");

        var fault = await Assert.ThrowsAsync<DataDirectoryException>(_house.Reopen);

        Assert.Contains("schema 99", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_written_back_and_does_not_grow_with_the_events()
    {
        await using var house = new JournalHouse(new JournalOptions { WriteBackPages = 40 });

        for (var batch = 0; batch < 200; batch++) await house.Append([.. Enumerable.Range(0, 10).Select(number => Some.Accepted($"{batch}-{number}"))]);

        Assert.InRange(new FileInfo(DataDirectory.JournalFileIn(house.Path) + "-wal").Length, 1, 1 << 20);
        Assert.True(new FileInfo(DataDirectory.JournalFileIn(house.Path)).Length > 1 << 18);
    }

    [Fact]
    public void A_directory_that_another_process_holds_is_refused() =>
        Assert.Contains("in use", Assert.Throws<DataDirectoryException>(() => DataDirectory.Take(_house.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_path_that_cannot_be_a_directory_is_refused()
    {
        var file = Path.Combine(_house.Path, "file");
        File.WriteAllText(file, "");

        var fault = Assert.Throws<DataDirectoryException>(() => DataDirectory.Take(Path.Combine(file, "data")));

        Assert.Contains("cannot be written", fault.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    // An error that is none of the values given: nobody knows what it left behind.
    private static void BreakAt(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run("CREATE TRIGGER fatal AFTER INSERT ON events WHEN new.event_id LIKE 'fatal%' BEGIN SELECT abs(-9223372036854775807 - 1); END");
    }
}
