using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
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
        connection.Run(First);
        foreach (var fact in events)
        {
            using var insert = connection.Prepared("INSERT INTO events VALUES (1, $1, 1, $2, $3, $4, $3, $5, $6, $7, $8, 1, NULL, NULL, NULL)", 8);
            insert.With(fact.Id, (int)fact.Kind, fact.OccurredMs, fact.Day.Number, (int)fact.SubjectKind, fact.SubjectId, FactsJson.Write(fact.Facts), ContentHash.Of(fact)).ExecuteNonQuery();
        }
    }
}
