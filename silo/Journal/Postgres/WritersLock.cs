using System.Globalization;
using Npgsql;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// The one lock that every writing transaction takes first and holds to its end, so that processes that write to one journal come one after the
/// other: what a transaction has read is still so when it commits. It goes with the transaction, however that ends.
/// </summary>
internal static class WritersLock
{
    // "OpsBoard" in bytes: other programs of the same database have locks of their own.
    private const long Number = 0x4F7073426F617264;

    /// <summary>How long a writer waits for the others before it refuses what it holds, and tries again with what comes next.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a writer may do nothing within its transaction before the database ends it: one that was stopped, or is cut off, must not keep the
    /// others waiting. What it held was not acknowledged, and when it comes back it has no transaction to commit any more.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // Each statement of a writer finds few rows by their keys. Tables that were empty when they were last looked at must not tempt the planner
    // to read them from end to end when they are large.
    private const string Plans = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

    /// <summary>Sets what durability and the lock rest on, for all transactions of a connection.</summary>
    public static void Prepare(NpgsqlConnection connection, TimeSpan? longestPause = null) => connection.Run(string.Create(
        CultureInfo.InvariantCulture,
        $"SET synchronous_commit = on; SET lock_timeout = {Patience.TotalMilliseconds}; SET idle_in_transaction_session_timeout = {(longestPause ?? LongestPause).TotalMilliseconds}; {Plans}"));

    public static void Take(NpgsqlConnection connection) => connection.Run("SELECT pg_advisory_xact_lock($1)", Number);
}
