using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo.AzureTables;

/// <summary>A replica follows from its log: it can be lost, damaged and made anew, and what is wrong in it is found.</summary>
public sealed class AzureTablesReplicaTests(AzuriteServer server)
{
    [Fact]
    public void A_replica_made_anew_after_a_generated_run_is_the_same_row_by_row() => Runs(SomeEventSets.Any, SomeEventSets.GoLive, RunSize.Of(8, 300));

    [Fact]
    public void A_replica_made_anew_after_a_run_of_unusual_lives_is_the_same_row_by_row() => Runs(SomeLongLives.Any, SomeLongLives.GoLive, RunSize.Of(6, 300));

    [Fact]
    public async Task A_replica_that_is_lost_is_made_anew_from_the_log()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"), Some.Completed("c1"), Some.Issued("t1"));
        await house.Append(Some.Review("r1", 1));
        await house.Journal.DeclareMilestones([SomeMilestone.Of()]);
        var (before, versions) = (await house.State(), await house.Journal.ReadVersions(null));

        await house.Reopen(static replica => Directory.Delete(replica, recursive: true));

        Assert.Equal(before, await house.State());
        Assert.Equal(versions, await house.Journal.ReadVersions(null));
        Assert.Single(await house.Journal.ReadMilestones(null));
        Assert.Equal([Verdict.Duplicate], await house.Append(Some.Accepted("c1")));
    }

    [Fact]
    public async Task A_replica_that_is_damaged_is_made_anew_at_the_start()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"), Some.Completed("c1"));
        var before = await house.State();

        await house.Check(static replica => File.WriteAllText(DataDirectory.JournalFileIn(replica), new string('x', 5_000)));

        Assert.Equal(before, await house.State());
    }

    [Fact]
    public async Task A_start_is_refused_while_a_figure_of_an_open_day_is_not_what_its_events_say()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"));
        house.Tamper("UPDATE cells SET accepted = 5");

        var fault = await Assert.ThrowsAsync<JournalStoreException>(() => house.Check(static _ => { }));

        Assert.Contains("Accepted, stored 5, recounted 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recount_from_the_log_names_what_a_replica_has_otherwise_also_where_the_replica_agrees_with_itself()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"), Some.Accepted("c2"));
        house.Tamper("DELETE FROM events WHERE event_id = 'c2-accepted'; UPDATE cells SET accepted = 1, trend = (SELECT trend FROM cells)");

        var differences = (await house.RecountFromLog()).Differences;

        Assert.Contains(new RecountDifference(Some.Window, "events that only one of replica and log has", "0", "1"), differences);
        Assert.Contains(new RecountDifference(Some.Window, "cells that only one of replica and log has", "1", "1"), differences);
    }

    [Fact]
    public async Task A_replica_that_comes_to_other_figures_than_the_writer_of_an_entry_stops_and_says_so()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table);
        await using var other = new AzureTablesHouse(server, table);
        await one.Append(Some.Accepted("c1"));
        await other.Journal.Follow();
        other.Tamper("UPDATE cells SET accepted = 5");
        await one.Append(Some.Accepted("c2"));

        await Assert.ThrowsAsync<JournalUnavailableException>(other.Journal.Follow);

        await other.Journal.Completion;
        Assert.Contains("it gives other figures", other.Journal.Fault!.Message, StringComparison.Ordinal);
        Assert.StartsWith("The journal has stopped", other.Journal.Trouble, StringComparison.Ordinal);
        Assert.Null(one.Journal.Trouble);
    }

    [Fact]
    public async Task Terms_that_change_are_part_of_the_log_so_that_what_was_decided_before_and_after_stays_what_it_was()
    {
        var clock = new ManualClock(ManualClock.Opening.AddDays(-50));
        await using var house = new AzureTablesHouse(server, server.NewTable(), clock: clock);
        await SomeEventSets.GoLive(house);
        await house.Append(Some.Accepted("c1", atMs: Some.NowMs - (9 * 86_400_000L)), Some.Accepted("c2", atMs: Some.NowMs - (5 * 86_400_000L)));
        house.Terms = CountingTerms.Default with { SealAfterDays = 3 };
        await house.Reopen();
        await house.Append(Some.Accepted("c3", atMs: Some.NowMs - (5 * 86_400_000L)));
        await house.Journal.Decide(new Decision(1, true, "office"));
        await house.Journal.Decide(new Decision(3, false, "office"));

        var differences = (await house.RecountFromLog()).Differences;
        var states = (await house.Journal.ReadRevisions(AnyJournalHouse.Province, AnyJournalHouse.First, AnyJournalHouse.Last)).Select(static revision => revision.State);

        Assert.Equal([RevisionState.Approved, RevisionState.Entered, RevisionState.Refused], states);
        Assert.Empty(differences);
    }

    [Fact]
    public async Task A_writer_whose_terms_are_no_longer_those_of_the_log_refuses_instead_of_counting_by_its_own()
    {
        var table = server.NewTable();
        await using var former = new AzureTablesHouse(server, table);
        await former.Append(Some.Accepted("c1"));
        await using var later = new AzureTablesHouse(server, table, terms: CountingTerms.Default with { SealAfterDays = 3 });

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => former.Append(Some.Accepted("c2")));

        Assert.Contains("other terms of counting", fault.Message, StringComparison.Ordinal);
        Assert.Equal([Verdict.Duplicate, Verdict.Accepted], await later.Append(Some.Accepted("c1"), Some.Accepted("c2")));
        Assert.Empty((await later.RecountFromLog()).Differences);
    }

    [Fact]
    public async Task Frames_are_recorded_by_each_process_for_itself()
    {
        var table = server.NewTable();
        await using var one = new AzureTablesHouse(server, table);
        await using var other = new AzureTablesHouse(server, table);
        await one.Append(Some.Accepted("c1"));
        await one.Journal.Record(new BoardToken(AnyJournalHouse.Province, Some.NowMs, false, 0, await one.Journal.ReadVersions(null)), 0);

        await other.Journal.Follow();

        Assert.NotNull(await one.Journal.FindToken(AnyJournalHouse.Province, Some.NowMs));
        Assert.Null(await other.Journal.FindToken(AnyJournalHouse.Province, Some.NowMs));
    }

    private void Runs(Gen<(ServiceEvent[] Events, int Seed)> sets, Func<AnyJournalHouse, Task> goLive, int rounds)
    {
        AzuriteServer.Need();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(rounds), Prop.ForAll(sets.ToArbitrary(), set => IsSame(set.Events, new System.Random(set.Seed), goLive).GetAwaiter().GetResult()));
    }

    private async Task<bool> IsSame(ServiceEvent[] events, System.Random random, Func<AnyJournalHouse, Task> goLive)
    {
        await using var house = new AzureTablesHouse(server, server.NewTable(), clock: new ManualClock(ManualClock.Opening.AddDays(-70)));
        await using var file = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-70)));
        await goLive(house);
        await goLive(file);
        random.Shuffle(events);
        foreach (var batch in events.Chunk(random.Next(1, 9)))
        {
            // Now and then the same identity with other content.
            ServiceEvent[] sent = random.Next(3) == 0 ? [.. batch, batch[0] with { OccurredMs = batch[0].OccurredMs + 1 }] : batch;
            Assert.Equal(await file.Append(sent), await house.Append(sent));
            var decision = new Decision(random.Next(1, 6), random.Next(2) == 0, "office");
            Assert.Equal(await file.Journal.Decide(decision), await house.Journal.Decide(decision));
        }

        Assert.Equal(await file.State(), await house.State());
        Assert.Empty((await house.RecountFromLog()).Differences);
        return true;
    }
}
