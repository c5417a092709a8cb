using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo;

/// <summary>What the tables of earlier programs looked like.</summary>
internal static class OlderSchema
{
    private const string FirstConsequences =
        """
        CREATE TABLE cells (window_id INTEGER NOT NULL, business_day INTEGER NOT NULL, version INTEGER NOT NULL, accepted INTEGER NOT NULL,
            PRIMARY KEY (window_id, business_day)) WITHOUT ROWID;
        CREATE TABLE open_subjects (window_id INTEGER NOT NULL, subject_kind INTEGER NOT NULL, subject TEXT NOT NULL, since_ms INTEGER NOT NULL,
            due_ms INTEGER, paused INTEGER NOT NULL, PRIMARY KEY (window_id, subject_kind, subject)) WITHOUT ROWID;
        """;

    /// <summary>A journal of version 1 with one source and one window.</summary>
    public const string First =
        $"""
        CREATE TABLE sources (source_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE windows (window_id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, last_event_ms INTEGER NOT NULL);
        CREATE TABLE events (
            source_id INTEGER NOT NULL REFERENCES sources, event_id TEXT NOT NULL, window_id INTEGER NOT NULL REFERENCES windows, kind INTEGER NOT NULL,
            occurred_ms INTEGER NOT NULL, business_day INTEGER NOT NULL, received_ms INTEGER NOT NULL, subject_kind INTEGER NOT NULL, subject TEXT NOT NULL,
            body BLOB NOT NULL, content_hash BLOB NOT NULL, window_version INTEGER NOT NULL, stream TEXT, epoch INTEGER, sequence INTEGER,
            PRIMARY KEY (source_id, event_id)) WITHOUT ROWID;
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject);
        CREATE UNIQUE INDEX events_by_sequence ON events (source_id, stream, epoch, sequence) WHERE sequence IS NOT NULL;
        {FirstConsequences}
        INSERT INTO sources VALUES (1, 'urn:test');
        INSERT INTO windows VALUES (1, 'hainan/haikou/housing/w01', 2, 0);
        PRAGMA user_version = 1;
        """;

    private const string ToFifth =
        """
        DROP INDEX item_uses_by_window;
        PRAGMA user_version = 5;
        """;

    private const string ToFourth =
        $"""
        {ToFifth}
        DROP TABLE task_events;
        PRAGMA user_version = 4;
        """;

    private const string ToThird =
        $"""
        {ToFourth}
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

    private const string ToFirst =
        $"""
        {ToSecond}
        DROP TABLE meta;
        DROP TABLE revisions;
        DROP TABLE milestones;
        DROP TABLE item_uses;
        DROP TABLE cells;
        DROP TABLE open_subjects;
        ALTER TABLE windows DROP COLUMN first_live_day;
        {FirstConsequences}
        PRAGMA user_version = 1;
        """;

    /// <summary>Makes a journal of today one of an earlier program.</summary>
    /// <param name="version">1 to 5.</param>
    public static void Take(string file, int version)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(version switch { 1 => ToFirst, 2 => ToSecond, 3 => ToThird, 4 => ToFourth, _ => ToFifth });
    }
}
