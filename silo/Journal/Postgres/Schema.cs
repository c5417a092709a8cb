using System.Globalization;
using Npgsql;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// The tables of the journal in PostgreSQL, and the number that says which program wrote them. They are those of the journal in SQLite, column
/// for column, so that what is said of one in SQL holds for the other.
/// </summary>
internal static class Schema
{
    public const int Version = 1;

    // Texts are compared by their bytes, whatever the database's own order is. Nothing refers to another table by a foreign key: numbers of
    // sources and windows are given in the same transaction, under the one lock that all writers take.
    private static readonly string Tables = $"""
        CREATE TABLE meta (
            name  text COLLATE "C" PRIMARY KEY,
            value text NOT NULL
        );
        CREATE TABLE sources (
            source_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name             text COLLATE "C" NOT NULL UNIQUE,
            events           bigint NOT NULL DEFAULT 0,
            last_event_ms    bigint NOT NULL DEFAULT 0,
            last_received_ms bigint NOT NULL DEFAULT 0
        ) WITH (fillfactor = 70);
        CREATE TABLE windows (
            window_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            path           text COLLATE "C" NOT NULL UNIQUE,
            version        bigint NOT NULL,
            last_event_ms  bigint NOT NULL,
            first_live_day integer
        ) WITH (fillfactor = 70);
        CREATE TABLE events (
            source_id      bigint NOT NULL,
            event_id       text COLLATE "C" NOT NULL,
            window_id      bigint NOT NULL,
            kind           smallint NOT NULL,
            occurred_ms    bigint NOT NULL,
            business_day   integer NOT NULL,
            received_ms    bigint NOT NULL,
            subject_kind   smallint NOT NULL,
            subject        text COLLATE "C" NOT NULL,
            body           bytea NOT NULL,
            content_hash   bytea NOT NULL,
            window_version bigint NOT NULL,
            stream         text COLLATE "C",
            epoch          bigint,
            sequence       bigint,
            UNIQUE (source_id, event_id)
        );
        CREATE INDEX events_by_subject ON events (window_id, subject_kind, subject, window_version, occurred_ms);
        CREATE UNIQUE INDEX events_by_sequence ON events (source_id, stream, epoch, sequence) WHERE sequence IS NOT NULL;
        CREATE TABLE cells (
            window_id    bigint NOT NULL,
            business_day integer NOT NULL,
            version      bigint NOT NULL,
            {string.Join("\n    ", CounterColumns.All.Select(static column => $"{column} bigint NOT NULL,"))}
            waits        bytea NOT NULL,
            handling     bytea NOT NULL,
            trend        bytea NOT NULL,
            PRIMARY KEY (window_id, business_day)
        ) WITH (fillfactor = 70);
        CREATE INDEX cells_with_items ON cells (window_id, business_day) WHERE {CounterColumns.HasItems};
        CREATE TABLE open_subjects (
            window_id    bigint NOT NULL,
            subject_kind smallint NOT NULL,
            subject      text COLLATE "C" NOT NULL,
            since_ms     bigint NOT NULL,
            due_ms       bigint,
            state        smallint NOT NULL,
            soon_ms      bigint,
            legal_due_ms bigint,
            PRIMARY KEY (window_id, subject_kind, subject)
        );
        CREATE TABLE item_uses (
            county       text COLLATE "C" NOT NULL,
            item         text COLLATE "C" NOT NULL,
            business_day integer NOT NULL,
            window_id    bigint NOT NULL,
            cases        integer NOT NULL,
            PRIMARY KEY (county, item, business_day, window_id)
        );
        CREATE INDEX item_uses_by_window ON item_uses (window_id);
        CREATE TABLE revisions (
            revision_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            window_id    bigint NOT NULL,
            business_day integer NOT NULL,
            source_id    bigint NOT NULL,
            event_id     text COLLATE "C" NOT NULL,
            at_ms        bigint NOT NULL,
            state        smallint NOT NULL,
            changes      text NOT NULL,
            decided_ms   bigint,
            decided_by   text,
            subject_kind smallint NOT NULL,
            subject      text COLLATE "C" NOT NULL,
            out_from     bigint NOT NULL,
            out_until    bigint
        );
        CREATE INDEX revisions_by_day ON revisions (window_id, business_day);
        CREATE INDEX revisions_left_out ON revisions (window_id, subject_kind, subject, business_day)
            WHERE state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused});
        CREATE TABLE number_ranges (
            source_id bigint NOT NULL,
            stream    text COLLATE "C" NOT NULL,
            epoch     bigint NOT NULL,
            first     bigint NOT NULL,
            last      bigint NOT NULL,
            PRIMARY KEY (source_id, stream, epoch, first)
        );
        CREATE TABLE conflicts (
            source_id bigint NOT NULL,
            event_id  text COLLATE "C" NOT NULL,
            kind      smallint NOT NULL,
            times     bigint NOT NULL,
            first_ms  bigint NOT NULL,
            last_ms   bigint NOT NULL,
            PRIMARY KEY (source_id, event_id, kind)
        );
        CREATE TABLE milestones (
            path            text COLLATE "C" NOT NULL,
            milestone_id    text COLLATE "C" NOT NULL,
            document        text COLLATE "C" NOT NULL,
            document_date   text COLLATE "C" NOT NULL,
            value           bigint NOT NULL,
            qualifier       smallint NOT NULL,
            declared_by     text NOT NULL,
            name_zh         text,
            name_en         text,
            note            text,
            target_value    bigint,
            target_year     integer,
            target_document text,
            declared_ms     bigint NOT NULL,
            PRIMARY KEY (path, milestone_id, document, document_date)
        );
        CREATE TABLE board_tokens (
            token_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            province  text COLLATE "C" NOT NULL,
            at_ms     bigint NOT NULL,
            scope     text COLLATE "C" NOT NULL,
            is_change boolean NOT NULL,
            behind    bigint NOT NULL,
            is_whole  boolean NOT NULL,
            versions  bytea NOT NULL
        );
        CREATE INDEX board_tokens_by_instant ON board_tokens (province, at_ms);
        CREATE TABLE task_events (
            source      text COLLATE "C" NOT NULL,
            event_id    text COLLATE "C" NOT NULL,
            ledger      text COLLATE "C" NOT NULL,
            task        text COLLATE "C" NOT NULL,
            act         smallint NOT NULL,
            of_problem  boolean NOT NULL,
            said_by     text NOT NULL,
            occurred_ms bigint NOT NULL,
            received_ms bigint NOT NULL,
            body        bytea NOT NULL,
            origin      text COLLATE "C",
            PRIMARY KEY (source, event_id)
        );
        CREATE INDEX task_events_by_task ON task_events (ledger, task);
        CREATE INDEX task_events_with_origin ON task_events (ledger, task, origin) WHERE origin IS NOT NULL;
        INSERT INTO meta (name, value) VALUES ('{Notes.Schema}', '{Version}');
        """;

    /// <summary>Makes the tables where there are none, in the transaction that runs; of several programs that start at once one does.</summary>
    /// <exception cref="JournalStoreException">A newer program wrote the database, or it is no database of the program.</exception>
    public static void Prepare(NpgsqlConnection connection)
    {
        var isThere = (bool)connection.Scalar("SELECT to_regclass('meta') IS NOT NULL")!;
        if (!isThere)
        {
            connection.Run(Tables);
            return;
        }

        RefuseOther(connection);
    }

    /// <exception cref="JournalStoreException">Another program wrote the database, or none did.</exception>
    public static void RefuseOther(NpgsqlConnection connection)
    {
        var found = (bool)connection.Scalar("SELECT to_regclass('meta') IS NOT NULL")! ? Notes.Read(connection, Notes.Schema) : null;
        if (found is null) throw new JournalStoreException($"There is no journal in {Place.Of(connection)}. A server makes it when it starts.");
        if (int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version == Version) return;
        throw new JournalStoreException($"{Place.Of(connection)} has schema {found}; this program knows {Version}. Start the newer program, or restore an older dump.");
    }
}
