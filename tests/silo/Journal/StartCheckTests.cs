using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>What a journal must stand before its numbers are shown.</summary>
public sealed class StartCheckTests : IAsyncDisposable
{
    private readonly JournalHouse _house = new();

    [Fact]
    public async Task A_sound_journal_passes_and_says_what_was_done_last()
    {
        await _house.Append(Some.Accepted("c1"), Some.Completed("c1"), Some.Issued("t1"), Some.Review("r1", 1), Some.Correction("c1-accepted", new Facts { Trips = 0 }));

        var progress = "";
        await _house.Reopen(_ => progress = Check());

        Assert.Equal("The open days are being recounted: 0 of 1 windows.", progress);
    }

    [Fact]
    public async Task A_page_that_was_destroyed_is_found_named_with_its_file_and_not_repaired()
    {
        await _house.Append([.. Enumerable.Range(0, 500).Select(static number => Some.Accepted($"c{number}"))]);

        await _house.Reopen(file =>
        {
            var sound = File.ReadAllBytes(file);
            var damaged = sound.ToArray();
            damaged.AsSpan(4096 * 5, 4096 * 4).Fill(0x5a);
            File.WriteAllBytes(file, damaged);

            var fault = Assert.Throws<DataDirectoryException>(() => Check());

            Assert.StartsWith($"{file} is damaged (", fault.Message, StringComparison.Ordinal);
            Assert.Contains("restore the newest backup", fault.Message, StringComparison.Ordinal);
            Assert.Equal(damaged, File.ReadAllBytes(file));
            File.WriteAllBytes(file, sound);
        });
    }

    [Fact]
    public async Task A_figure_of_an_open_day_that_its_events_do_not_say_is_named_and_left_as_it_is()
    {
        await _house.Append(Some.Accepted("c1"), Some.Review("r1", stars: 1));

        await _house.Reopen(file =>
        {
            Run(file, "UPDATE cells SET accepted = 5");

            var fault = Assert.Throws<DataDirectoryException>(() => Check());

            Assert.Contains($"{Some.Window} 2026-11-20 Accepted, stored 5, recounted 1", fault.Message, StringComparison.Ordinal);
            Assert.Throws<DataDirectoryException>(() => Check());
        });
    }

    [Fact]
    public async Task A_figure_of_a_sealed_day_is_left_to_the_recount_of_everything()
    {
        await _house.Append(Some.Accepted("c1", atMs: Some.NowMs - (9 * 86_400_000L)));

        await _house.Reopen(file =>
        {
            Run(file, "UPDATE cells SET accepted = 5");
            Check();
        });

        Assert.False((await _house.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task Whatever_the_events_the_recount_of_the_open_days_finds_what_the_cells_say()
    {
        await using var house = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await SomeEventSets.GoLive(house);
        foreach (var (events, _) in FsCheck.Fluent.Gen.Sample(SomeEventSets.Any, 40, 30)) await house.Append(events);

        await house.Reopen(_ => new StartCheck(house.Directory, CountingTerms.Default, new JournalOptions(), house.Clock, NullLogger.Instance).Run(CancellationToken.None));

        Assert.True((await house.Journal.Recount(null, null)).Equal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    private string Check()
    {
        var check = new StartCheck(_house.Directory, CountingTerms.Default, new JournalOptions(), _house.Clock, NullLogger.Instance);
        check.Run(CancellationToken.None);
        return check.Progress.Step;
    }
}
