using System.Globalization;
using Npgsql;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Silo.Hosting;

/// <summary>
/// The table of members in the journal's database: who belongs to the cluster, since when, and who suspects whom. Each change raises the version
/// of the whole table by one, in one transaction, and only from the version at which its author read the table.
/// </summary>
internal sealed class PostgresMembers(string database, string cluster) : IMembershipTable, IAsyncDisposable
{
    // Of the programs that start together one makes the tables. "Members" in bytes; the writers' lock of the journal is another.
    private const string Tables = """
        SELECT pg_advisory_xact_lock(21778036475655795);
        CREATE TABLE IF NOT EXISTS cluster_versions (
            cluster text COLLATE "C" PRIMARY KEY,
            version integer NOT NULL
        );
        CREATE TABLE IF NOT EXISTS cluster_members (
            cluster      text COLLATE "C" NOT NULL,
            silo         text COLLATE "C" NOT NULL,
            name         text NOT NULL,
            host         text NOT NULL,
            gateway_port integer NOT NULL,
            status       smallint NOT NULL,
            suspects     text NOT NULL,
            started      timestamptz NOT NULL,
            alive        timestamptz NOT NULL,
            PRIMARY KEY (cluster, silo)
        )
        """;

    // The version of the table stands in each row, also where there is no member: one statement sees both at one instant.
    private const string Read = """
        SELECT version, silo, name, host, gateway_port, status, suspects, started, alive
        FROM cluster_versions LEFT JOIN cluster_members USING (cluster)
        WHERE cluster = $1
        """;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(database);

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, Tables);
        if (tryInitTableVersion) await Run(connection, "INSERT INTO cluster_versions VALUES ($1, 0) ON CONFLICT DO NOTHING", cluster);
        await transaction.CommitAsync();
    }

    public async Task DeleteMembershipTableEntries(string clusterId)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, "DELETE FROM cluster_members WHERE cluster = $1", clusterId);
        await Run(connection, "DELETE FROM cluster_versions WHERE cluster = $1", clusterId);
        await transaction.CommitAsync();
    }

    public async Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await Run(connection, "DELETE FROM cluster_members WHERE cluster = $1 AND status = $2 AND GREATEST(started, alive) < $3", cluster, (short)SiloStatus.Dead, beforeDate.UtcDateTime);
    }

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Members($"{Read} AND silo = $2", cluster, key.ToParsableString());

    public Task<MembershipTableData> ReadAll() => Members(Read, cluster);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => Change(tableVersion, entry, """
        INSERT INTO cluster_members (cluster, silo, name, host, gateway_port, status, suspects, started, alive)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
        """);

    // The tag of a row is not looked at: whatever changed in the table has raised its version.
    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => Change(tableVersion, entry, """
        UPDATE cluster_members SET name = $3, host = $4, gateway_port = $5, status = $6, suspects = $7, started = $8, alive = $9
        WHERE cluster = $1 AND silo = $2
        """);

    public async Task UpdateIAmAlive(MembershipEntry entry)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await Run(connection, "UPDATE cluster_members SET alive = $3 WHERE cluster = $1 AND silo = $2", cluster, entry.SiloAddress.ToParsableString(), Utc(entry.IAmAliveTime));
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<bool> Change(TableVersion next, MembershipEntry entry, string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await Run(connection, "UPDATE cluster_versions SET version = $2 WHERE cluster = $1 AND version = $3", cluster, next.Version, MembersVersion.Before(next)) == 0) return false;
        if (await Run(connection, sql, cluster, entry.SiloAddress.ToParsableString(), entry.SiloName, entry.HostName ?? "", entry.ProxyPort, (short)entry.Status, Text(entry.SuspectTimes), Utc(entry.StartTime), Utc(entry.IAmAliveTime)) == 0) return false;
        await transaction.CommitAsync();
        return true;
    }

    private async Task<MembershipTableData> Members(string sql, params object[] values)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var (members, version) = (new List<Tuple<MembershipEntry, string>>(), 0);
        while (await reader.ReadAsync())
        {
            version = reader.GetInt32(0);
            if (!reader.IsDBNull(1)) members.Add(Tuple.Create(Member(reader), ""));
        }

        return new MembershipTableData(members, MembersVersion.Of(version));
    }

    private static MembershipEntry Member(NpgsqlDataReader row) => new()
    {
        SiloAddress = SiloAddress.FromParsableString(row.GetString(1)),
        SiloName = row.GetString(2),
        HostName = row.GetString(3),
        ProxyPort = row.GetInt32(4),
        Status = (SiloStatus)row.GetInt16(5),
        SuspectTimes = Suspects(row.GetString(6)),
        StartTime = row.GetDateTime(7),
        IAmAliveTime = row.GetDateTime(8),
    };

    // The silo that suspects, and when, in ticks of UTC: one a line.
    private static string Text(List<Tuple<SiloAddress, DateTime>>? suspects) =>
        string.Join('\n', (suspects ?? []).Select(static suspect => string.Create(CultureInfo.InvariantCulture, $"{suspect.Item1.ToParsableString()} {Utc(suspect.Item2).Ticks}")));

    private static List<Tuple<SiloAddress, DateTime>> Suspects(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' '))
            .Select(static parts => Tuple.Create(SiloAddress.FromParsableString(parts[0]), new DateTime(long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture), DateTimeKind.Utc))),
    ];

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static async Task<int> Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
