using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OpsBoard.Web.Access;

/// <summary>The tables of <c>access.db</c>, and the number that says which program wrote them.</summary>
internal static class AccessSchema
{
    public const int Version = 1;

    private const string Audit = """
        CREATE TABLE audit (
            entry_id INTEGER PRIMARY KEY,
            at_ms    INTEGER NOT NULL,
            actor    TEXT NOT NULL,
            action   TEXT NOT NULL,
            target   TEXT NOT NULL,
            detail   TEXT NOT NULL,
            hash     BLOB NOT NULL
        );
        """;

    private const string People = """
        CREATE TABLE people (
            person_id  INTEGER PRIMARY KEY AUTOINCREMENT,
            name       TEXT NOT NULL COLLATE NOCASE,
            role       TEXT NOT NULL,
            scope      TEXT,
            password   TEXT,
            is_initial INTEGER NOT NULL,
            issuer     TEXT,
            subject    TEXT,
            added_ms   INTEGER NOT NULL,
            ended_ms   INTEGER
        );
        CREATE UNIQUE INDEX people_by_name ON people (name) WHERE ended_ms IS NULL;
        CREATE UNIQUE INDEX people_by_identity ON people (issuer, subject) WHERE ended_ms IS NULL;
        """;

    private const string Walls = """
        CREATE TABLE walls (
            wall_id     INTEGER PRIMARY KEY AUTOINCREMENT,
            place       TEXT NOT NULL,
            scope       TEXT NOT NULL,
            address     TEXT NOT NULL,
            approved_by TEXT NOT NULL,
            paired_ms   INTEGER NOT NULL,
            seen_ms     INTEGER NOT NULL,
            revoked_ms  INTEGER
        );
        CREATE TABLE pairings (
            pairing_id INTEGER PRIMARY KEY,
            code       TEXT NOT NULL UNIQUE,
            device     BLOB NOT NULL UNIQUE,
            scope      TEXT NOT NULL,
            address    TEXT NOT NULL,
            asked_ms   INTEGER NOT NULL,
            until_ms   INTEGER NOT NULL,
            wall_id    INTEGER REFERENCES walls
        );
        """;

    private const string Sessions = """
        CREATE TABLE sessions (
            hash      BLOB PRIMARY KEY,
            person_id INTEGER REFERENCES people,
            wall_id   INTEGER REFERENCES walls,
            began_ms  INTEGER NOT NULL,
            seen_ms   INTEGER NOT NULL,
            CHECK ((person_id IS NULL) <> (wall_id IS NULL))
        ) WITHOUT ROWID;
        """;

    // A source is named for ever: its name is half of the identity of what it sent. The secret of a key that ended is overwritten.
    private const string Sources = """
        CREATE TABLE sources (
            name     TEXT PRIMARY KEY,
            units    TEXT NOT NULL,
            rate     INTEGER,
            added_ms INTEGER NOT NULL
        );
        CREATE TABLE source_keys (
            key_id       INTEGER PRIMARY KEY AUTOINCREMENT,
            source       TEXT NOT NULL REFERENCES sources (name),
            kind         TEXT NOT NULL,
            secret       BLOB NOT NULL,
            issued_ms    INTEGER NOT NULL,
            expires_ms   INTEGER,
            ended_ms     INTEGER,
            last_used_ms INTEGER
        );
        CREATE INDEX source_keys_of ON source_keys (source);
        """;

    /// <summary>Makes the tables in a new file.</summary>
    /// <exception cref="AccessDatabaseException">A newer program wrote the file.</exception>
    public static void Bring(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (found > Version) throw new AccessDatabaseException($"{connection.DataSource} was written by a newer OpsBoard (version {found}, this one knows {Version}): start that one.");
        if (found == Version) return;
        AccessDatabase.Run(connection, Audit);
        AccessDatabase.Run(connection, People);
        AccessDatabase.Run(connection, Walls);
        AccessDatabase.Run(connection, Sessions);
        AccessDatabase.Run(connection, Sources);
        AccessDatabase.Run(connection, $"PRAGMA user_version = {Version}");
    }
}
