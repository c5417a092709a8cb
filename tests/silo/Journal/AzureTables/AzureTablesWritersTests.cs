using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.AzureTables;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo.AzureTables;

/// <summary>Several processes that write to one table at once, and lines that lose what is on them.</summary>
public sealed class AzureTablesWritersTests(AzuriteServer server)
{
    private static readonly string[] Windows = ["hainan/haikou/housing/w01", "hainan/haikou/civil/w01", "hainan/sanya/housing/w01"];

    [Fact]
    public async Task Two_journals_that_append_the_same_events_at_once_store_each_of_them_once_and_come_to_the_same()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table, SmallGroups());
        await using var other = new AzureTablesHouse(server, table, SmallGroups());
        await using var alone = new JournalHouse();
        var events = Day();

        var verdicts = await Task.WhenAll(Task.Run(() => Send(one, events, 1)), Task.Run(() => Send(other, events, 2)));
        await alone.Append(events);
        await one.Journal.Follow();
        await other.Journal.Follow();

        Assert.Equal((events.Length, events.Length), (verdicts.Sum(static each => each.Count(static verdict => verdict == Verdict.Accepted)), verdicts.Sum(static each => each.Count(static verdict => verdict == Verdict.Duplicate))));
        Assert.Equal(await alone.State(), await one.State());
        Assert.Equal(await alone.State(), await other.State());
        Assert.Equal(await one.Journal.ReadVersions(null), await other.Journal.ReadVersions(null));
        Assert.Empty((await one.RecountFromLog()).Differences);
        Assert.Empty((await other.RecountFromLog()).Differences);
    }

    [Fact]
    public async Task Of_two_contents_that_come_to_two_journals_at_once_one_is_stored_and_the_other_is_a_conflict()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table, SmallGroups());
        await using var other = new AzureTablesHouse(server, table, SmallGroups());
        var cases = Enumerable.Range(0, 60).ToArray();

        var (first, second) = (Task.WhenAll(cases.Select(number => one.Append(Some.Accepted($"c{number}", trips: 0)))), Task.WhenAll(cases.Select(number => other.Append(Some.Accepted($"c{number}", trips: 2)))));

        Assert.All((await first).Zip(await second), static pair => Assert.Equal([Verdict.Accepted, Verdict.Conflict], new[] { pair.First[0], pair.Second[0] }.Order()));
        await one.Journal.Follow();
        Assert.Equal(60, (await one.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs)))[0].Tally[Counter.Accepted]);
        Assert.Empty((await one.RecountFromLog()).Differences);
    }

    [Fact]
    public async Task What_one_journal_stored_is_shown_by_the_other_once_it_looked_and_its_windows_are_touched()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table);
        await using var other = new AzureTablesHouse(server, table);
        await one.Append(Some.Accepted("c1"), Some.Completed("c1"));

        await other.Journal.Follow();

        Assert.Equal(await one.State(), await other.State());
        Assert.Equal([(Some.Window, 1L)], other.Touches.Select(static change => (change.Window, change.Version)));
    }

    [Fact]
    public async Task Others_entries_are_looked_for_from_time_to_time()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table);
        await using var other = new AzureTablesHouse(server, table);
        await one.Append(Some.Accepted("c1"));

        other.Clock.Advance(other.Options.FollowEvery);
        await other.Journal.Record(new BoardToken(AnyJournalHouse.Province, Some.NowMs, false, 0, []), 0);

        Assert.Equal(await one.State(), await other.State());
    }

    [Fact]
    public void A_writer_that_did_not_see_the_newest_head_writes_nothing()
    {
        var options = new JournalOptions { AzureTables = Named(out var table), AzureTableName = table };
        var (one, other) = (LogTable.Of(options), LogTable.Of(options));
        var seen = one.Create();

        var first = one.Append(seen, Guid.NewGuid(), [1], "t");
        var late = other.Append(seen, Guid.NewGuid(), [2], "t");

        Assert.Equal((1, null), (first!.Sequence, late));
        Assert.Equal([1], Assert.Single(one.Read(0, 1)).Content);
        Assert.Equal(first, other.ReadHead());
    }

    [Fact]
    public void Who_asks_to_go_first_changes_the_head_and_no_entry()
    {
        var options = new JournalOptions { AzureTables = Named(out var table), AzureTableName = table };
        var log = LogTable.Of(options);
        var seen = log.Create();

        var claimed = log.Claim(seen, "me");

        Assert.Null(log.Append(seen, Guid.NewGuid(), [1], "t"));
        Assert.Equal(("me", 0L), (log.ReadHead()!.Claim, claimed!.Sequence));
        Assert.Null(log.Append(claimed, Guid.NewGuid(), [1], "t")!.Claim);
    }

    [Fact]
    public void An_entry_of_many_rows_is_read_as_it_was_written()
    {
        var options = new JournalOptions { AzureTables = Named(out var table), AzureTableName = table };
        var log = LogTable.Of(options);
        var content = new byte[LogTable.MostBytes];
        new Random(5).NextBytes(content);

        var head = log.Append(log.Append(log.Create(), Guid.NewGuid(), content, "t")!, Guid.NewGuid(), [7], "t")!;

        Assert.Equal([content, [7]], log.Read(0, head.Sequence).Select(static entry => entry.Content));
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_found_in_the_table_and_acknowledged_once()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"));
        // The library itself sends once more.
        house.OnTheWay.Answers = 2;

        var verdicts = await house.Append(Some.Accepted("c1"), Some.Accepted("c2"));

        Assert.Equal([Verdict.Duplicate, Verdict.Accepted], verdicts);
        Assert.Equal((2L, 0), ((await house.RecountFromLog()).Events, (await house.RecountFromLog()).Differences.Length));
    }

    [Fact]
    public async Task A_commit_that_never_got_there_is_made_once_more()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        house.OnTheWay.Requests = 2;

        var verdicts = await house.Append(Some.Accepted("c1"));

        Assert.Equal([Verdict.Accepted], verdicts);
        Assert.Equal(1, (await house.RecountFromLog()).Events);
    }

    [Fact]
    public async Task Of_two_who_commit_at_the_same_moment_the_later_judges_again()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table);
        await using var other = new AzureTablesHouse(server, table);
        one.OnTheWay.Before = () => other.Append(Some.Accepted("c1"), Some.Accepted("c2")).GetAwaiter().GetResult();

        var verdicts = await one.Append(Some.Accepted("c1"), Some.Accepted("c3"));

        Assert.Equal([Verdict.Duplicate, Verdict.Accepted], verdicts);
        Assert.Equal(3L, (await one.RecountFromLog()).Events);
    }

    [Fact]
    public async Task While_the_table_is_away_nothing_is_acknowledged_reads_go_on_and_afterwards_everything_goes_on_by_itself()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"));
        house.OnTheWay.IsCut = true;

        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => house.Append(Some.Accepted("c2")));
        var trouble = house.Journal.Trouble;
        var meanwhile = await house.Append(Some.Accepted("c1")).ContinueWith(static answer => answer.Exception?.InnerException);
        var shown = await house.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs));
        house.OnTheWay.IsCut = false;

        Assert.Contains("cannot be used at present: The line is cut.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, trouble);
        Assert.IsType<JournalUnavailableException>(meanwhile);
        Assert.Equal(1, shown[0].Tally[Counter.Accepted]);
        Assert.Equal([Verdict.Accepted], await house.Append(Some.Accepted("c2")));
        Assert.Null(house.Journal.Trouble);
    }

    [Fact]
    public async Task Requests_that_are_too_much_for_one_entry_together_are_stored_in_several()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        house.Gate = new ManualResetEventSlim();
        var (random, first) = (new Random(3), house.Append(Some.Accepted("c1")));
        await first;

        var answers = Enumerable.Range(0, 4).Select(batch => house.Journal.DeclareMilestones(Noise(random, batch, 1_000))).ToArray();
        house.Gate.Set();

        Assert.All(await Task.WhenAll(answers), static verdicts => Assert.All(verdicts, static verdict => Assert.Equal(Verdict.Accepted, verdict)));
        Assert.Equal(4_000, (await house.Journal.ReadMilestones(null)).Length);
        Assert.Empty((await house.RecountFromLog()).Differences);
    }

    [Fact]
    public async Task A_request_that_is_too_much_for_one_entry_is_refused_with_a_remedy_and_nothing_of_it_is_stored()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => house.Journal.DeclareMilestones(Noise(new Random(3), 0, 5_000)));

        Assert.Contains("Send its 5000 items in several requests.", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await house.Journal.ReadMilestones(null));
        Assert.Null(house.Journal.Trouble);
        Assert.Equal([Verdict.Accepted], await house.Append(Some.Accepted("c1")));
    }

    [Fact]
    public async Task Sending_again_what_is_known_takes_no_room_in_the_log()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"));
        var before = LogTable.Of(house.Options).ReadHead();

        await house.Append(Some.Accepted("c1"));
        await house.Journal.Record(new BoardToken(AnyJournalHouse.Province, Some.NowMs, false, 0, await house.Journal.ReadVersions(null)), 0);

        Assert.Equal(before, LogTable.Of(house.Options).ReadHead());
    }

    private static JournalOptions SmallGroups() => new() { CommitLimit = 10 };

    private string Named(out string table)
    {
        table = server.NewTable();
        return server.ConnectionString;
    }

    // Of random letters, so that nothing can be packed.
    private static OpsBoard.Indicators.Milestones.Milestone[] Noise(Random random, int batch, int count) =>
        [.. Enumerable.Range(0, count).Select(number => SomeMilestone.Of(id: $"m{batch}-{number}") with { Note = new string(random.GetItems("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/".AsSpan(), 1_000)) })];

    private static ServiceEvent[] Day()
    {
        var random = new Random(11);
        return
        [
            .. Enumerable.Range(0, 300).Select(number => Some.Accepted($"c{number}", trips: random.Next(2), window: random.GetItems(Windows, 1)[0]) with { Mark = new SequenceMark("", 1, number) }),
            .. Enumerable.Range(0, 100).Select(number => Some.Issued($"t{number}", window: random.GetItems(Windows, 1)[0])),
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
