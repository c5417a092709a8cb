using Microsoft.Data.Sqlite;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What a journal says of itself without being counted.</summary>
/// <param name="Versions">The sum of the windows' versions: <c>journalVersion</c> of all provinces together.</param>
/// <param name="NewestEventMs">When its newest event happened, in unix milliseconds; 0 without any.</param>
/// <param name="CountedUnder">The terms that its numbers were counted under; null before the first start of a server.</param>
public sealed record JournalFacts(long Schema, long Events, long Windows, long Versions, long NewestEventMs, string? CountedUnder)
{
    /// <param name="directory">The folder of a journal of this program's schema.</param>
    public static JournalFacts Of(string directory)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DataDirectory.JournalFileIn(directory), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.Prepared(
            """
            SELECT (SELECT COALESCE(SUM(events), 0) FROM sources), COUNT(*), COALESCE(SUM(version), 0), COALESCE(MAX(last_event_ms), 0) FROM windows
            """);
        using var row = command.ExecuteReader();
        row.Read();
        return new JournalFacts((long)connection.Scalar("PRAGMA user_version")!, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), Rebuild.CountedUnderOf(connection));
    }
}
