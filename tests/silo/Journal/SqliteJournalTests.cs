using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

public sealed class SqliteJournalTests : IAsyncDisposable
{
    private static readonly BusinessDay Today = BusinessDay.Of(Some.NowMs);
    private readonly JournalHouse _house = new();

    [Fact]
    public async Task A_batch_that_the_program_cannot_count_harms_nobody_else()
    {
        var nameless = Some.Accepted("c1") with { Facts = new Facts() };

        var neighbour = _house.Append(Some.Accepted("c2"));
        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => _house.Append(Some.Accepted("c3"), nameless));
        var later = await _house.Append(Some.Accepted("c3"));

        Assert.Contains("cannot count this request", fault.Message, StringComparison.Ordinal);
        Assert.Equal([Verdict.Accepted, Verdict.Accepted], [.. await neighbour, .. later]);
        Assert.Null(_house.Journal.Fault);
        Assert.True((await _house.Journal.Recount(null, null)).Equal);
    }

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
    public async Task The_same_event_sent_again_is_a_duplicate_and_counts_once()
    {
        await _house.Append(Some.Accepted("c1"));

        var verdicts = await _house.Append(Some.Accepted("c1"), Some.Accepted("c2"), Some.Accepted("c2"));

        Assert.Equal([Verdict.Duplicate, Verdict.Accepted, Verdict.Duplicate], verdicts);
        Assert.Equal(2, await Count(Counter.Accepted));
    }

    [Fact]
    public async Task The_same_identity_with_other_content_is_a_conflict_and_the_first_stays()
    {
        await _house.Append(Some.Accepted("c1", trips: 0));

        var verdicts = await _house.Append(Some.Accepted("c1", trips: 2));

        Assert.Equal([Verdict.Conflict], verdicts);
        Assert.Equal((1L, 1L), (await Count(Counter.Accepted), await Count(Counter.ZeroTrip)));
    }

    [Fact]
    public async Task Another_source_may_use_the_same_id()
    {
        var verdicts = await _house.Append(Some.Accepted("c1"), Some.Accepted("c1") with { Source = "urn:other" });

        Assert.Equal([Verdict.Accepted, Verdict.Accepted], verdicts);
    }

    [Fact]
    public async Task Ids_are_compared_by_their_bytes()
    {
        var verdicts = await _house.Append(Some.Accepted("É"), Some.Accepted("E\u0301"), Some.Accepted("é"));

        Assert.Equal([Verdict.Accepted, Verdict.Accepted, Verdict.Accepted], verdicts);
    }

    [Fact]
    public async Task One_place_in_a_sources_numbering_is_given_once()
    {
        var mark = new SequenceMark("", 1, 7);

        var verdicts = await _house.Append(Some.Accepted("c1") with { Mark = mark }, Some.Accepted("c2") with { Mark = mark });

        Assert.Equal([Verdict.Accepted, Verdict.Conflict], verdicts);
        Assert.Equal(1, await Count(Counter.Accepted));
    }

    [Fact]
    public async Task After_a_restart_everything_is_there_without_anybody_sending_again()
    {
        await _house.Append(Some.Accepted("c1", trips: 0), Some.Completed("c1"), Some.Issued("t1"), Some.Review("r1", stars: 1));
        var before = await _house.State();

        await _house.Reopen();

        Assert.Equal(before, await _house.State());
        Assert.Contains("t1", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_versions_rises_with_each_commit_that_changes_its_window_and_with_no_other()
    {
        await _house.Append(Some.Accepted("c1"));
        await _house.Append(Some.Accepted("c1"));
        await _house.Append(Some.Accepted("c2", window: "hainan/haikou/housing/w02"));
        await _house.Append(Some.Completed("c1"));

        var versions = await _house.Journal.ReadVersions(JournalHouse.Province, CancellationToken.None);

        Assert.Equal([2L, 1L], versions.Select(static window => window.Version));
        Assert.Equal([1L, 1L, 2L], _house.Touches.Select(static touch => touch.Version));
    }

    [Fact]
    public async Task A_late_event_counts_on_the_day_on_which_it_happened()
    {
        await _house.Append(Some.Accepted("c1", atMs: Today.StartMs - 1), Some.Accepted("c2", atMs: Today.StartMs));

        var sums = await _house.Journal.Sum(JournalHouse.Province, new BusinessDay(Today.Number - 1), new BusinessDay(Today.Number - 1), CancellationToken.None);

        Assert.Equal((1L, 1L), (Assert.Single(sums).Tally[Counter.Accepted], await Count(Counter.Accepted)));
    }

    [Fact]
    public async Task A_sum_over_days_is_the_sum_of_its_days()
    {
        await _house.Append(Some.Accepted("c1", atMs: Today.StartMs - 1), Some.Accepted("c2"), Some.Accepted("c3", window: "hainan/sanya/housing/w01"));

        var sums = await _house.Journal.Sum(JournalHouse.Province, new BusinessDay(0), Today, CancellationToken.None);

        Assert.Equal([2L, 1L], sums.Select(static window => window.Tally[Counter.Accepted]));
    }

    [Theory]
    [InlineData("hainan/haikou", 2)]
    [InlineData("hainan/haikou/housing/w01", 1)]
    [InlineData("hainan/~/housing", 2)]
    [InlineData("hainan", 3)]
    [InlineData("hainan/hai", 0)]
    public async Task A_scope_reads_its_own_windows_and_no_others(string scope, int windows)
    {
        await _house.Append(Some.Accepted("c1"), Some.Accepted("c2", window: "hainan/haikou/health/w01"), Some.Accepted("c3", window: "hainan/sanya/housing/w01"));

        var found = await _house.Journal.ReadWindows(UnitPath.Parse(scope), Today, CancellationToken.None);

        Assert.Equal(windows, found.Length);
    }

    [Fact]
    public async Task A_correction_counts_the_same_whether_it_comes_before_or_after_its_event()
    {
        await using var other = new JournalHouse();
        var correction = Some.Correction("c1-accepted", new Facts { Trips = 0 });

        await _house.Append(Some.Accepted("c1", trips: 2));
        await _house.Append(correction);
        await other.Append(correction);
        await other.Append(Some.Accepted("c1", trips: 2));

        Assert.Equal(await _house.State(), await other.State());
        Assert.Equal(1, await Count(Counter.ZeroTrip));
    }

    [Fact]
    public async Task A_queue_that_is_full_refuses_and_stores_nothing_of_the_batch()
    {
        await using var small = new JournalHouse(new JournalOptions { QueueLimit = 1 });

        await Assert.ThrowsAsync<JournalUnavailableException>(() => small.Append(Some.Accepted("c1"), Some.Accepted("c2")));

        Assert.Equal("", await small.State());
    }

    [Fact]
    public async Task A_window_that_cannot_be_told_of_its_change_does_not_stop_the_journal()
    {
        _house.IsDeaf = true;
        await _house.Append(Some.Accepted("c1"));

        var verdicts = await _house.Append(Some.Accepted("c2"));

        Assert.Equal([Verdict.Accepted], verdicts);
        Assert.Null(_house.Journal.Fault);
    }

    [Fact]
    public async Task A_recount_of_an_honest_journal_is_equal()
    {
        await _house.Append(Some.Accepted("c1"), Some.Completed("c1"), Some.Issued("t1"), Some.Called("t1"), Some.Correction("c1-accepted", null));

        var result = await _house.Journal.Recount(null, null, cancellation: CancellationToken.None);

        Assert.Equal((5L, 1L, true), (result.Events, result.Cells, result.Equal));
    }

    [Fact]
    public async Task A_recount_names_the_cell_that_somebody_changed_behind_the_journals_back()
    {
        await _house.Append(Some.Accepted("c1"));
        Tamper("UPDATE cells SET accepted = 5");

        var result = await _house.Journal.Recount(null, Today, cancellation: CancellationToken.None);

        Assert.Equal([new RecountDifference(Some.Window, $"{Today} Accepted", "5", "1")], result.Differences);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_wrote_is_left_alone()
    {
        Tamper("PRAGMA user_version = 99");

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

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(_house.Path)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<long> Count(Counter counter) =>
        (await _house.Journal.ReadWindows(JournalHouse.Province, Today)).Sum(window => window.Tally[counter]);

    // An error that is none of the values given: nobody knows what it left behind.
    private static void BreakAt(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run("CREATE TRIGGER fatal AFTER INSERT ON events WHEN new.event_id LIKE 'fatal%' BEGIN SELECT abs(-9223372036854775807 - 1); END");
    }
}
