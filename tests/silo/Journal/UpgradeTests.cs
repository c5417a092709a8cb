using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>Journals of earlier programs open, and say what their events say.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task A_journal_of_version_one_is_brought_up_to_date_and_counted_anew()
    {
        await using var house = new JournalHouse();
        await house.Replace(file => Write(file, Some.Event(EventKind.CaseAccepted, "a", new Facts { Case = "c", PromisedDays = 3 }), Some.Event(EventKind.CaseCompleted, "b", new Facts { Case = "c" })));

        var window = Assert.Single(await house.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs)));

        Assert.Equal((2L, 1L, 1L, 1L), (window.Version, window.Tally[Counter.Accepted], window.Tally[Counter.OnTime], window.Tally[Counter.Early]));
        Assert.True((await house.Journal.Recount(null, null)).Equal);
        Assert.Equal([Verdict.Duplicate], await house.Append(Some.Event(EventKind.CaseCompleted, "b", new Facts { Case = "c" })));
    }

    [Fact]
    public async Task A_journal_of_version_two_is_brought_up_to_date_without_counting_anew()
    {
        await using var house = new JournalHouse();
        await house.Append(Some.Accepted("c1"));

        await house.Reopen(static file => OlderSchema.Take(file, 2));

        Assert.Null(await house.Journal.FindToken(Some.Window, Some.NowMs));
        await house.Journal.Record(new BoardToken(Some.Window, Some.NowMs, false, 0, await house.Journal.ReadVersions(null)), 0);
        var replay = await house.Journal.OpenReplay(Some.Window, BusinessDay.Of(Some.NowMs), 1_000);
        Assert.Equal(1, Assert.Single(replay.At(replay.Tokens[0])).Tally[Counter.Accepted]);
        Assert.True((await house.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task A_journal_of_version_three_learns_what_its_sources_sent_and_what_it_left_out_of_whom()
    {
        await using var house = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-30)));
        await house.Append(Some.Event(EventKind.WindowHeartbeat, "live", atMs: Some.NowMs - (30 * 86_400_000L)));
        house.Clock.Advance(TimeSpan.FromDays(30));
        await house.Append([.. new long[] { 1, 2, 3, 5, 9 }.Select(static number => Some.Issued($"t{number}") with { Mark = new SequenceMark("hall", 1, number) })]);
        await house.Append(Some.Accepted("late", atMs: Some.NowMs - (9 * 86_400_000L)));
        await house.Journal.Decide(new Decision(1, false, "office"));

        await house.Reopen(static file => OlderSchema.Take(file, 3));

        var source = Assert.Single(await house.Journal.ReadSources());
        Assert.Equal((7L, 2L, 4L), (source.Events, source.Gaps, source.Missing));
        Assert.Equal("1..3 5 9", string.Join(' ', (await house.Journal.ReadGaps("urn:test", 9))!.Streams[0].Held));
        await house.Append(Some.Correction("late-accepted", null));
        Assert.Equal([RevisionState.Superseded], (await house.Journal.ReadRevisions(JournalHouse.Province, JournalHouse.First, JournalHouse.Last)).Select(static revision => revision.State));
        Assert.True((await house.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task A_journal_of_version_four_learns_to_keep_a_ledger()
    {
        await using var house = new JournalHouse();
        await house.Append(Some.Accepted("c1"));

        await house.Reopen(static file => OlderSchema.Take(file, 4));

        Assert.Empty(await house.Journal.ReadTasks(null));
        Assert.Equal([Verdict.Accepted], await house.Journal.AppendTasks([SomeTask.Registered()]));
        Assert.True((await house.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task A_journal_of_version_five_learns_to_find_the_cases_of_a_window()
    {
        await using var house = new JournalHouse();
        await house.Append(Some.Accepted("c1"));

        await house.Reopen(static file => OlderSchema.Take(file, 5));

        Assert.DoesNotContain(QueryPlan.Of(DataDirectory.JournalFileIn(house.Path), StoredFigures.UsesOfWindow), static step => step.StartsWith("SCAN", StringComparison.Ordinal));
        Assert.True((await house.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public void A_journal_that_only_reads_names_the_remedy()
    {
        using var folder = new TempDirectory();
        Write(DataDirectory.JournalFileIn(folder.Path));

        var fault = Assert.Throws<DataDirectoryException>(() => SqliteJournal.OpenToRead(folder.Path, CountingTerms.Default));

        Assert.Contains("Start the server once", fault.Message, StringComparison.Ordinal);
    }

    private static void Write(string file, params ServiceEvent[] events)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(OlderSchema.First);
        foreach (var fact in events)
        {
            using var insert = connection.Prepared("INSERT INTO events VALUES (1, $1, 1, $2, $3, $4, $3, $5, $6, $7, $8, 1, NULL, NULL, NULL)");
            insert.With(fact.Id, (int)fact.Kind, fact.OccurredMs, fact.Day.Number, (int)fact.SubjectKind, fact.SubjectId, FactsJson.Write(fact.Facts), ContentHash.Of(fact)).ExecuteNonQuery();
        }
    }
}
