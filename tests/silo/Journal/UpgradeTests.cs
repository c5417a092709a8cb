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
    private const string First =
        """
        CREATE TABLE sources (source_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE windows (window_id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, last_event_ms INTEGER NOT NULL);
        CREATE TABLE events (
            source_id INTEGER NOT NULL REFERENCES sources, event_id TEXT NOT NULL, window_id INTEGER NOT NULL REFERENCES windows, kind INTEGER NOT NULL,
            occurred_ms INTEGER NOT NULL, business_day INTEGER NOT NULL, received_ms INTEGER NOT NULL, subject_kind INTEGER NOT NULL, subject TEXT NOT NULL,
            body BLOB NOT NULL, content_hash BLOB NOT NULL, window_version INTEGER NOT NULL, stream TEXT, epoch INTEGER, sequence INTEGER,
            PRIMARY KEY (source_id, event_id)) WITHOUT ROWID;
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject);
        CREATE UNIQUE INDEX events_by_sequence ON events (source_id, stream, epoch, sequence) WHERE sequence IS NOT NULL;
        CREATE TABLE cells (window_id INTEGER NOT NULL, business_day INTEGER NOT NULL, version INTEGER NOT NULL, accepted INTEGER NOT NULL,
            PRIMARY KEY (window_id, business_day)) WITHOUT ROWID;
        CREATE TABLE open_subjects (window_id INTEGER NOT NULL, subject_kind INTEGER NOT NULL, subject TEXT NOT NULL, since_ms INTEGER NOT NULL,
            due_ms INTEGER, paused INTEGER NOT NULL, PRIMARY KEY (window_id, subject_kind, subject)) WITHOUT ROWID;
        INSERT INTO sources VALUES (1, 'urn:test');
        INSERT INTO windows VALUES (1, 'hainan/haikou/housing/w01', 2, 0);
        PRAGMA user_version = 1;
        """;

    private const string ToThird =
        """
        DROP INDEX revisions_left_out;
        DROP TABLE number_ranges;
        DROP TABLE conflicts;
        ALTER TABLE sources DROP COLUMN events;
        ALTER TABLE sources DROP COLUMN last_event_ms;
        ALTER TABLE sources DROP COLUMN last_received_ms;
        ALTER TABLE revisions DROP COLUMN subject_kind;
        ALTER TABLE revisions DROP COLUMN subject; ALTER TABLE revisions DROP COLUMN out_from; ALTER TABLE revisions DROP COLUMN out_until;
        PRAGMA user_version = 3;
        """;

    private const string ToSecond =
        $"""
        {ToThird}
        DROP TABLE board_tokens;
        DROP INDEX events_by_subject;
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject);
        PRAGMA user_version = 2;
        """;

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

        await house.Reopen(static file => Run(file, ToSecond));

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

        await house.Reopen(static file => Run(file, ToThird));

        var source = Assert.Single(await house.Journal.ReadSources());
        Assert.Equal((7L, 2L, 4L), (source.Events, source.Gaps, source.Missing));
        Assert.Equal("1..3 5 9", string.Join(' ', (await house.Journal.ReadGaps("urn:test", 9))!.Streams[0].Held));
        await house.Append(Some.Correction("late-accepted", null));
        Assert.Equal([RevisionState.Superseded], (await house.Journal.ReadRevisions(JournalHouse.Province, JournalHouse.First, JournalHouse.Last)).Select(static revision => revision.State));
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

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    private static void Write(string file, params ServiceEvent[] events)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(First);
        foreach (var fact in events)
        {
            using var insert = connection.Prepared("INSERT INTO events VALUES (1, $1, 1, $2, $3, $4, $3, $5, $6, $7, $8, 1, NULL, NULL, NULL)", 8);
            insert.With(fact.Id, (int)fact.Kind, fact.OccurredMs, fact.Day.Number, (int)fact.SubjectKind, fact.SubjectId, FactsJson.Write(fact.Facts), ContentHash.Of(fact)).ExecuteNonQuery();
        }
    }
}
