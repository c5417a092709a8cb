using Microsoft.Data.Sqlite;
using OpsBoard.Counting;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The tables of the journal, and the number that says which program wrote them.</summary>
internal static class Schema
{
    public const int Version = 2;

    /// <summary>The counters as columns of <c>cells</c>, in their order.</summary>
    public static readonly string[] CounterColumns = [.. Enum.GetNames<Counter>().Select(static name => char.ToLowerInvariant(name[0]) + name[1..])];

    private static readonly string Tables = $"""
        CREATE TABLE sources (
            source_id INTEGER PRIMARY KEY,
            name      TEXT NOT NULL UNIQUE
        );
        CREATE TABLE windows (
            window_id     INTEGER PRIMARY KEY,
            path          TEXT NOT NULL UNIQUE,
            version       INTEGER NOT NULL,
            last_event_ms INTEGER NOT NULL
        );
        CREATE TABLE events (
            source_id      INTEGER NOT NULL REFERENCES sources,
            event_id       TEXT NOT NULL,
            window_id      INTEGER NOT NULL REFERENCES windows,
            kind           INTEGER NOT NULL,
            occurred_ms    INTEGER NOT NULL,
            business_day   INTEGER NOT NULL,
            received_ms    INTEGER NOT NULL,
            subject_kind   INTEGER NOT NULL,
            subject        TEXT NOT NULL,
            body           BLOB NOT NULL,
            content_hash   BLOB NOT NULL,
            window_version INTEGER NOT NULL,
            stream         TEXT,
            epoch          INTEGER,
            sequence       INTEGER,
            PRIMARY KEY (source_id, event_id)
        ) WITHOUT ROWID;
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject);
        CREATE UNIQUE INDEX events_by_sequence ON events (source_id, stream, epoch, sequence) WHERE sequence IS NOT NULL;
        CREATE TABLE cells (
            window_id    INTEGER NOT NULL REFERENCES windows,
            business_day INTEGER NOT NULL,
            version      INTEGER NOT NULL,
            {string.Join("\n    ", CounterColumns.Select(static column => $"{column} INTEGER NOT NULL,"))}
            waits        BLOB NOT NULL,
            handling     BLOB NOT NULL,
            PRIMARY KEY (window_id, business_day)
        ) WITHOUT ROWID;
        CREATE TABLE open_subjects (
            window_id    INTEGER NOT NULL REFERENCES windows,
            subject_kind INTEGER NOT NULL,
            subject      TEXT NOT NULL,
            since_ms     INTEGER NOT NULL,
            due_ms       INTEGER,
            state        INTEGER NOT NULL,
            soon_ms      INTEGER,
            legal_due_ms INTEGER,
            PRIMARY KEY (window_id, subject_kind, subject)
        ) WITHOUT ROWID;
        CREATE TABLE milestones (
            path            TEXT NOT NULL,
            milestone_id    TEXT NOT NULL,
            document        TEXT NOT NULL,
            document_date   TEXT NOT NULL,
            value           INTEGER NOT NULL,
            qualifier       INTEGER NOT NULL,
            declared_by     TEXT NOT NULL,
            name_zh         TEXT,
            name_en         TEXT,
            note            TEXT,
            target_value    INTEGER,
            target_year     INTEGER,
            target_document TEXT,
            declared_ms     INTEGER NOT NULL,
            PRIMARY KEY (path, milestone_id, document, document_date)
        ) WITHOUT ROWID;
        PRAGMA user_version = {Version};
        """;

    /// <exception cref="DataDirectoryException">A newer program wrote the database.</exception>
    public static void Prepare(SqliteConnection writer)
    {
        if (RefuseNewer(writer) == Version) return;
        writer.Run($"BEGIN IMMEDIATE; {Tables} COMMIT;");
    }

    /// <returns>The schema found; 0 for a new file.</returns>
    /// <exception cref="DataDirectoryException">A newer program wrote the database.</exception>
    public static long RefuseNewer(SqliteConnection connection)
    {
        var found = (long)connection.Scalar("PRAGMA user_version")!;
        if (found <= Version) return found;
        throw new DataDirectoryException(
            $"{connection.DataSource} has schema {found}; this program knows up to {Version}. Start the newer program, or restore an older backup.");
    }
}
