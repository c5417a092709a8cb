using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// Holds a replica against the log itself: a second one is made from the log, up to the entry that the first has come to, and the tables of both are
/// compared row by row. What they must share is everything that follows from the log; recorded frames are each process's own.
/// </summary>
/// <param name="fresh">Empty.</param>
internal sealed class LogRecount(LogTable log, DataDirectory fresh, string replicaFile, int writeBackPages) : IDisposable
{
    // Rows of a table with the unit that they are of. Tickets and openings of sealed days are let go by each process when its own frames allow.
    private static readonly (string Rows, string From)[] Compared =
    [
        ("the window's own row", "SELECT path, version, last_event_ms, first_live_day FROM {0}.windows"),
        ("events", "SELECT path, e.* FROM {0}.events AS e JOIN {0}.windows USING (window_id)"),
        ("cells", "SELECT path, c.* FROM {0}.cells AS c JOIN {0}.windows USING (window_id)"),
        ("revisions", "SELECT path, r.* FROM {0}.revisions AS r JOIN {0}.windows USING (window_id)"),
        ("cases for items", "SELECT path, u.* FROM {0}.item_uses AS u JOIN {0}.windows USING (window_id)"),
        ("open subjects", "SELECT path, o.* FROM {0}.open_subjects AS o JOIN {0}.windows USING (window_id) WHERE NOT " + KeptSubjects.OfOneDay),
        ("milestones", "SELECT path, * FROM {0}.milestones"),
        ("acts of the ledger of supervision", "SELECT ledger AS path, * FROM {0}.task_events"),
    ];

    private readonly SqliteConnection _both = Attached(fresh, replicaFile);

    /// <summary>Brings the fresh replica to the entry of the other, compares, and brings it on to the head.</summary>
    /// <returns>What differs, by window and table.</returns>
    /// <exception cref="JournalStoreException">The replica is of another log, or beyond the end of this one.</exception>
    public ImmutableArray<RecountDifference> Run(LogHead head, Action<LogEntry> told)
    {
        // From here on the other one stands still for this connection, whatever its server applies meanwhile.
        _both.Run("BEGIN DEFERRED");
        var upTo = Replica.SequenceIn(_both) ?? 0;
        using var replica = new Replica(fresh, head, writeBackPages);
        replica.Follow(log, head with { Sequence = Math.Min(upTo, head.Sequence) }, (entry, _) => told(entry));
        var differences = upTo > head.Sequence ? throw Ahead(head, upTo) : Compared.SelectMany(Differences).ToImmutableArray();
        _both.Run("ROLLBACK");
        replica.Follow(log, head, (entry, _) => told(entry));
        return differences;
    }

    public void Dispose() => _both.Dispose();

    private IEnumerable<RecountDifference> Differences((string Rows, string From) table)
    {
        var (here, there) = (string.Format(null, table.From, "main"), string.Format(null, table.From, "log"));
        using var command = _both.Prepared(
            $"""
            SELECT path, SUM(mine), SUM(1 - mine) FROM (
                SELECT path, 1 AS mine FROM ({here} EXCEPT {there}) UNION ALL SELECT path, 0 FROM ({there} EXCEPT {here}))
            GROUP BY path ORDER BY path
            """);
        using var rows = command.ExecuteReader();
        var differences = new List<RecountDifference>();
        while (rows.Read()) differences.Add(new RecountDifference(UnitPath.Parse(rows.GetString(0)), $"{table.Rows} that only one of replica and log has", $"{rows.GetInt64(1)}", $"{rows.GetInt64(2)}"));
        return differences;
    }

    private JournalStoreException Ahead(LogHead head, long upTo) => new($"{replicaFile} holds up to entry {upTo}, and {log.Place} ends at {head.Sequence}: the table was put back to an older state, or lost what it had acknowledged.");

    private static SqliteConnection Attached(DataDirectory fresh, string replicaFile)
    {
        var connection = SqliteJournal.OpenReader(replicaFile, isPooled: false);
        OwnersOnly.CreateIfMissing(fresh.JournalFile);
        using var command = connection.Prepared("ATTACH DATABASE $1 AS log").With(fresh.JournalFile);
        command.ExecuteNonQuery();
        return connection;
    }
}
