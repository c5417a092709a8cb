using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Postgres;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>Several processes that write to one database of PostgreSQL at once.</summary>
public sealed class PostgresWritersTests(PostgresCluster cluster)
{
    private static readonly string[] Windows = ["hainan/haikou/housing/w01", "hainan/haikou/civil/w01", "hainan/sanya/housing/w01"];

    // Many commits of each, so that those of the two meet.
    private static readonly JournalOptions SmallGroups = new() { CommitLimit = 10 };

    [Fact]
    public async Task Two_journals_that_append_the_same_events_at_once_store_each_of_them_once()
    {
        var database = cluster.NewSchema();
        await using var one = new PostgresHouse(database, SmallGroups);
        await using var other = new PostgresHouse(database, SmallGroups);
        await using var alone = new JournalHouse();
        var events = Day();

        var verdicts = await Task.WhenAll(Task.Run(() => Send(one, events, 1)), Task.Run(() => Send(other, events, 2)));
        await alone.Append(events);

        Assert.Equal((events.Length, events.Length), (verdicts.Sum(static each => each.Count(static verdict => verdict == Verdict.Accepted)), verdicts.Sum(static each => each.Count(static verdict => verdict == Verdict.Duplicate))));
        Assert.Equal(await alone.State(), await one.State());
        Assert.Empty((await other.Journal.Recount(null, null)).Differences);
        Assert.Equal((await alone.Journal.ReadGaps("urn:test", 100))!.Streams.Select(static stream => $"{stream.Count} {stream.Held[0]}"), (await one.Journal.ReadGaps("urn:test", 100))!.Streams.Select(static stream => $"{stream.Count} {stream.Held[0]}"));
    }

    [Fact]
    public async Task Of_two_contents_that_come_to_two_journals_at_once_one_is_stored_and_the_other_is_a_conflict()
    {
        var database = cluster.NewSchema();
        await using var one = new PostgresHouse(database, SmallGroups);
        await using var other = new PostgresHouse(database, SmallGroups);
        var cases = Enumerable.Range(0, 100).ToArray();

        var (first, second) = (Task.WhenAll(cases.Select(number => one.Append(Some.Accepted($"c{number}", trips: 0)))), Task.WhenAll(cases.Select(number => other.Append(Some.Accepted($"c{number}", trips: 2)))));

        Assert.All((await first).Zip(await second), static pair => Assert.Equal([Verdict.Accepted, Verdict.Conflict], new[] { pair.First[0], pair.Second[0] }.Order()));
        Assert.Equal(100, (await one.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs)))[0].Tally[Counter.Accepted]);
        Assert.True((await one.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task Frames_that_two_journals_record_in_turn_are_all_replayed_as_they_were()
    {
        var database = cluster.NewSchema();
        await using var one = new PostgresHouse(database);
        await using var other = new PostgresHouse(database, clock: one.Clock);
        for (var number = 0; number < 6; number++)
        {
            var house = number % 2 == 0 ? one : other;
            await house.Append(Some.Accepted($"c{number}"));
            await house.Journal.Record(new BoardToken(AnyJournalHouse.Province, one.Clock.GetUtcNow().ToUnixTimeMilliseconds(), false, 0, await house.Journal.ReadVersions(null)), 0);
            one.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var replay = await one.Journal.OpenReplay(AnyJournalHouse.Province, BusinessDay.Of(Some.NowMs), 1000);

        Assert.Equal([1L, 2, 3, 4, 5, 6], replay.Tokens.Select(token => replay.At(token).Sum(static window => window.Tally[Counter.Accepted])));
    }

    [Fact]
    public async Task A_writer_that_stops_within_its_transaction_is_ended_by_the_database_and_can_commit_nothing_any_more()
    {
        var database = cluster.NewSchema();
        await using var house = new PostgresHouse(database);
        await using var stopped = new NpgsqlConnection(database);
        await stopped.OpenAsync();
        WritersLock.Prepare(stopped, longestPause: TimeSpan.FromMilliseconds(300));
        var transaction = await stopped.BeginTransactionAsync();
        WritersLock.Take(stopped);
        stopped.Run("INSERT INTO sources (name) VALUES ('urn:stopped')");

        var verdicts = await house.Append(Some.Accepted("c1"));

        Assert.Equal([Verdict.Accepted], verdicts);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync());
        Assert.DoesNotContain(await house.Journal.ReadSources(), static source => source.Source == "urn:stopped");
    }

    [Fact]
    public async Task A_writer_whose_terms_are_no_longer_those_of_the_journal_refuses_instead_of_counting_by_its_own()
    {
        var database = cluster.NewSchema();
        await using var former = new PostgresHouse(database);
        await former.Append(Some.Accepted("c1"));
        await using var later = new PostgresHouse(database, terms: CountingTerms.Default with { SealAfterDays = 3 });

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => former.Append(Some.Accepted("c2")));

        Assert.Contains("other terms of counting", fault.Message, StringComparison.Ordinal);
        Assert.Equal([Verdict.Duplicate, Verdict.Accepted], await later.Append(Some.Accepted("c1"), Some.Accepted("c2")));
        Assert.True((await later.Journal.Recount(null, null)).Equal);
    }

    private static ServiceEvent[] Day()
    {
        var random = new Random(11);
        return
        [
            .. Enumerable.Range(0, 400).Select(number => Some.Accepted($"c{number}", trips: random.Next(2), window: random.GetItems(Windows, 1)[0]) with { Mark = new SequenceMark("", 1, number) }),
            .. Enumerable.Range(0, 200).Select(number => Some.Issued($"t{number}", window: random.GetItems(Windows, 1)[0])),
            .. Enumerable.Range(0, 40).Select(static number => Some.Review($"r{number}", (number % 5) + 1)),
            .. Enumerable.Range(0, 20).Select(static number => Some.Correction($"r{number}-submitted", new Facts { Stars = 5 })),
        ];
    }

    private static async Task<ImmutableArray<Verdict>> Send(AnyJournalHouse house, ServiceEvent[] events, int seed)
    {
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. (await Task.WhenAll(shuffled.Chunk(9).Select(house.Append))).SelectMany(static batch => batch)];
    }
}
