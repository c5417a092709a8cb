using Microsoft.Data.Sqlite;
using OpsBoard.Counting;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The tables of the journal, and the number that says which program wrote them.</summary>
internal static class Schema
{
    public const int Version = 2;

    /// <summary>The counters as columns of <c>cells</c>, in their order.</summary>
    public static readonly string[] CounterColumns = [.. Enum.GetNames<Counter>().Select(static name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static readonly string[] ItemColumns = [.. CounterColumns.Where(static (_, position) => Counters.SpanOf((Counter)position) != CounterSpan.Period)];

    /// <summary>True of the cells in which the item catalogue changed: few of many, so they have an index of their own.</summary>
    public static readonly string HasItems = string.Join(" OR ", ItemColumns.Select(static column => $"{column} <> 0"));

    private const string Facts = """
        CREATE TABLE sources (
            source_id INTEGER PRIMARY KEY,
            name      TEXT NOT NULL UNIQUE
        );
        CREATE TABLE windows (
            window_id      INTEGER PRIMARY KEY,
            path           TEXT NOT NULL UNIQUE,
            version        INTEGER NOT NULL,
            last_event_ms  INTEGER NOT NULL,
            first_live_day INTEGER
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
        """;

    /// <summary>Since version 2: what the program notes about itself, decisions on past days, and what offices declare.</summary>
    private const string Notes = """
        CREATE TABLE meta (
            name  TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE revisions (
            revision_id  INTEGER PRIMARY KEY,
            window_id    INTEGER NOT NULL REFERENCES windows,
            business_day INTEGER NOT NULL,
            source_id    INTEGER NOT NULL REFERENCES sources,
            event_id     TEXT NOT NULL,
            at_ms        INTEGER NOT NULL,
            state        INTEGER NOT NULL,
            changes      TEXT NOT NULL,
            decided_ms   INTEGER,
            decided_by   TEXT
        );
        CREATE INDEX revisions_by_day ON revisions (window_id, business_day);
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
        """;

    /// <summary>What follows from the events and can be counted anew from them.</summary>
    private static readonly string Consequences = $"""
        CREATE TABLE cells (
            window_id    INTEGER NOT NULL REFERENCES windows,
            business_day INTEGER NOT NULL,
            version      INTEGER NOT NULL,
            {string.Join("\n    ", CounterColumns.Select(static column => $"{column} INTEGER NOT NULL,"))}
            waits        BLOB NOT NULL,
            handling     BLOB NOT NULL,
            trend        BLOB NOT NULL,
            PRIMARY KEY (window_id, business_day)
        ) WITHOUT ROWID;
        CREATE INDEX cells_with_items ON cells (window_id, business_day) WHERE {HasItems};
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
        CREATE TABLE item_uses (
            county       TEXT NOT NULL,
            item         TEXT NOT NULL,
            business_day INTEGER NOT NULL,
            window_id    INTEGER NOT NULL REFERENCES windows,
            cases        INTEGER NOT NULL,
            PRIMARY KEY (county, item, business_day, window_id)
        ) WITHOUT ROWID;
        """;

    // From version 1: what follows from the events is thrown away and counted anew.
    private static readonly string FromFirst = $"""
        DROP TABLE cells;
        DROP TABLE open_subjects;
        ALTER TABLE windows ADD COLUMN first_live_day INTEGER;
        UPDATE windows SET first_live_day = (
            SELECT MIN(business_day) FROM events
            WHERE events.window_id = windows.window_id AND business_day >= (received_ms + 28800000) / 86400000);
        {Notes}
        {Consequences}
        """;

    /// <exception cref="DataDirectoryException">A newer program wrote the database.</exception>
    public static void Prepare(SqliteConnection writer)
    {
        var found = RefuseNewer(writer);
        if (found == Version) return;
        writer.Run($"BEGIN IMMEDIATE; {(found == 0 ? Facts + Notes + Consequences : FromFirst)} PRAGMA user_version = {Version}; COMMIT;");
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

    /// <exception cref="DataDirectoryException">A newer or an older program wrote the database; an older one is brought up to date when a server starts.</exception>
    public static void RefuseOther(SqliteConnection connection)
    {
        var found = RefuseNewer(connection);
        if (found == Version) return;
        throw new DataDirectoryException($"{connection.DataSource} has schema {found}, of an older program. Start the server once with this data directory: it brings it up to schema {Version}.");
    }
}
