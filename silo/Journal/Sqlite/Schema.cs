using Microsoft.Data.Sqlite;
using OpsBoard.Events;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The tables of the journal, and the number that says which program wrote them.</summary>
internal static class Schema
{
    public const int Version = 6;

    // Events lie in the order in which they came, and identity is an index: ids say nothing about each other, so rows in their order would each
    // dirty a page of their own. Files of earlier programs hold them by identity; every statement does for both.
    private const string Facts = """
        CREATE TABLE sources (
            source_id        INTEGER PRIMARY KEY,
            name             TEXT NOT NULL UNIQUE,
            events           INTEGER NOT NULL DEFAULT 0,
            last_event_ms    INTEGER NOT NULL DEFAULT 0,
            last_received_ms INTEGER NOT NULL DEFAULT 0
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
            UNIQUE (source_id, event_id)
        );
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject, window_version, occurred_ms);
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
            decided_by   TEXT,
            subject_kind INTEGER NOT NULL DEFAULT 0,
            subject      TEXT NOT NULL DEFAULT '',
            out_from     INTEGER NOT NULL DEFAULT 0,
            out_until    INTEGER
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

    /// <summary>Since version 3: what frames were made of, so that they can be counted anew.</summary>
    private const string Tokens = """
        CREATE TABLE board_tokens (
            token_id  INTEGER PRIMARY KEY,
            province  TEXT NOT NULL,
            at_ms     INTEGER NOT NULL,
            scope     TEXT NOT NULL,
            is_change INTEGER NOT NULL,
            behind    INTEGER NOT NULL,
            is_whole  INTEGER NOT NULL,
            versions  BLOB NOT NULL
        );
        CREATE INDEX board_tokens_by_instant ON board_tokens (province, at_ms);
        """;

    /// <summary>Since version 4: which numbers of a source are held, who contradicted what is stored, and what of a subject is left out of the cells.</summary>
    private static readonly string Ledger = $"""
        CREATE TABLE number_ranges (
            source_id INTEGER NOT NULL REFERENCES sources,
            stream    TEXT NOT NULL,
            epoch     INTEGER NOT NULL,
            first     INTEGER NOT NULL,
            last      INTEGER NOT NULL,
            PRIMARY KEY (source_id, stream, epoch, first)
        ) WITHOUT ROWID;
        CREATE TABLE conflicts (
            source_id INTEGER NOT NULL REFERENCES sources,
            event_id  TEXT NOT NULL,
            kind      INTEGER NOT NULL,
            times     INTEGER NOT NULL,
            first_ms  INTEGER NOT NULL,
            last_ms   INTEGER NOT NULL,
            PRIMARY KEY (source_id, event_id, kind)
        ) WITHOUT ROWID;
        CREATE INDEX revisions_left_out ON revisions (window_id, subject_kind, subject, business_day)
            WHERE state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused});
        """;

    /// <summary>Since version 5: the events of the ledger of supervision, of which nothing but the ledger follows.</summary>
    private const string Supervision = """
        CREATE TABLE task_events (
            source      TEXT NOT NULL,
            event_id    TEXT NOT NULL,
            ledger      TEXT NOT NULL,
            task        TEXT NOT NULL,
            act         INTEGER NOT NULL,
            of_problem  INTEGER NOT NULL,
            said_by     TEXT NOT NULL,
            occurred_ms INTEGER NOT NULL,
            received_ms INTEGER NOT NULL,
            body        BLOB NOT NULL,
            origin      TEXT,
            PRIMARY KEY (source, event_id)
        ) WITHOUT ROWID;
        CREATE INDEX task_events_by_task ON task_events (ledger, task);
        CREATE INDEX task_events_with_origin ON task_events (ledger, task, origin) WHERE origin IS NOT NULL;
        """;

    // Runs of numbers without a gap are those whose distance from their rank is the same.
    private static readonly string FromThird = $"""
        ALTER TABLE sources ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE sources ADD COLUMN last_event_ms INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE sources ADD COLUMN last_received_ms INTEGER NOT NULL DEFAULT 0;
        {Ledger}
        UPDATE sources SET (events, last_event_ms, last_received_ms) = (
            SELECT COUNT(*), COALESCE(MAX(occurred_ms), 0), COALESCE(MAX(received_ms), 0) FROM events WHERE events.source_id = sources.source_id);
        INSERT INTO number_ranges SELECT source_id, stream, epoch, MIN(sequence), MAX(sequence) FROM (
            SELECT source_id, stream, epoch, sequence, sequence - ROW_NUMBER() OVER (PARTITION BY source_id, stream, epoch ORDER BY sequence) AS run
            FROM events WHERE sequence IS NOT NULL) GROUP BY source_id, stream, epoch, run;
        """;

    // A correction is filed under the event that it corrects; what it changes is the subject of that event.
    private static readonly string SubjectsOfRevisions = $"""
        ALTER TABLE revisions ADD COLUMN subject_kind INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE revisions ADD COLUMN subject TEXT NOT NULL DEFAULT '';
        ALTER TABLE revisions ADD COLUMN out_from INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE revisions ADD COLUMN out_until INTEGER;
        UPDATE revisions SET out_from = COALESCE(
            (SELECT window_version FROM events WHERE events.source_id = revisions.source_id AND events.event_id = revisions.event_id AND events.window_id = revisions.window_id), 0);
        UPDATE revisions SET (subject_kind, subject) = (
            SELECT COALESCE(target.subject_kind, said.subject_kind), COALESCE(target.subject, said.subject)
            FROM events AS said LEFT JOIN events AS target
                ON said.subject_kind = {(int)SubjectKind.Correction} AND target.source_id = said.source_id AND target.event_id = said.subject
            WHERE said.source_id = revisions.source_id AND said.event_id = revisions.event_id);
        """;

    // With versions and times in it, a replay finds what came since an instant without reading any event.
    private const string FromSecond = $"""
        DROP INDEX events_by_subject;
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject, window_version, occurred_ms);
        {Tokens}
        """;

    // A recount asks for the cases of one window after another: without it each would look through those of all.
    private const string UsesByWindow = "CREATE INDEX item_uses_by_window ON item_uses (window_id);";

    /// <summary>What follows from the events and can be counted anew from them.</summary>
    private static readonly string Consequences = $"""
        CREATE TABLE cells (
            window_id    INTEGER NOT NULL REFERENCES windows,
            business_day INTEGER NOT NULL,
            version      INTEGER NOT NULL,
            {string.Join("\n    ", CounterColumns.All.Select(static column => $"{column} INTEGER NOT NULL,"))}
            waits        BLOB NOT NULL,
            handling     BLOB NOT NULL,
            trend        BLOB NOT NULL,
            PRIMARY KEY (window_id, business_day)
        ) WITHOUT ROWID;
        CREATE INDEX cells_with_items ON cells (window_id, business_day) WHERE {CounterColumns.HasItems};
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
        {UsesByWindow}
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
        var steps = found switch
        {
            0 => Facts + Notes + Tokens + Ledger + Consequences + Supervision,
            1 => FromFirst + FromSecond + FromThird + Supervision,
            2 => FromSecond + SubjectsOfRevisions + FromThird + Supervision + UsesByWindow,
            3 => SubjectsOfRevisions + FromThird + Supervision + UsesByWindow,
            4 => Supervision + UsesByWindow,
            _ => UsesByWindow,
        };
        writer.Run($"BEGIN IMMEDIATE; {steps} PRAGMA user_version = {Version}; COMMIT;");
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
