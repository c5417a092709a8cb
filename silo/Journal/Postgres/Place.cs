using Npgsql;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>How a database is named to people: never by its connection string, in which a password may stand.</summary>
internal static class Place
{
    public static string Of(NpgsqlConnection connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        return $"The PostgreSQL database {settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}";
    }
}
