using Npgsql;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>What the program notes about itself in the database.</summary>
internal static class Notes
{
    public const string Schema = "schema";
    public const string CountedUnder = "counted_under";
    public const string OpenKeptFrom = "open_kept_from_ms";

    /// <summary>Null when it was never noted.</summary>
    public static string? Read(NpgsqlConnection connection, string name) => (string?)connection.Scalar("SELECT value FROM meta WHERE name = $1", name);

    public static void Write(NpgsqlConnection connection, string name, string value) =>
        connection.Run("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);
}
