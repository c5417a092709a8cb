namespace OpsBoard.Peers;

/// <summary>What PostgreSQL is asked.</summary>
internal static class PostgresStatements
{
    /// <summary>To which the numbers of the provinces are sent.</summary>
    public const string Channel = "provinces";

    // Room on each page, so that a number that grows needs no new entry in the index.
    public const string Schema =
        """
        CREATE TABLE events (source text, id text, unit text NOT NULL, day integer NOT NULL, kind smallint NOT NULL, PRIMARY KEY (source, id));
        CREATE TABLE cells (unit text, day integer, kind smallint, level integer NOT NULL, n bigint NOT NULL, PRIMARY KEY (unit, day, kind)) WITH (fillfactor = 70);
        """;

    /// <summary>
    /// All of a request: stores what is new, adds it to its four levels, tells the viewers at the commit, and returns the new ones. Every request
    /// locks its rows in one order, the events first and the province last: two never wait for each other in a circle, and the row that all of
    /// them need is held for the shortest time.
    /// </summary>
    public const string Append =
        $"""
        WITH added AS (
          INSERT INTO events (source, id, unit, day, kind)
          SELECT * FROM unnest($1, $2, $3, $4, $5) AS sent (source, id, unit, day, kind)
          ORDER BY source, id
          ON CONFLICT DO NOTHING
          RETURNING source, id, unit, day, kind
        ), rolled AS (
          INSERT INTO cells AS held (unit, day, kind, level, n)
          SELECT array_to_string((string_to_array(unit, '/'))[1:level], '/'), day, kind, level, count(*)
          FROM added CROSS JOIN (VALUES (1), (2), (3), (4)) AS levels (level)
          GROUP BY 1, 2, 3, 4
          ORDER BY 4 DESC, 1, 2, 3
          ON CONFLICT (unit, day, kind) DO UPDATE SET n = held.n + excluded.n
          RETURNING unit, day, kind, level, n
        )
        SELECT source, id, (SELECT pg_notify('{Channel}', string_agg(unit || '/' || day || '/' || kind || '=' || n, ';')) FROM rolled WHERE level = 1)
        FROM added
        """;

    public const string Events = "SELECT count(*) FROM events";

    public const string Levels = "SELECT level, sum(n)::bigint FROM cells GROUP BY level";
}
