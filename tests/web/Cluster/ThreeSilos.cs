using System.Text.Json;
using Npgsql;
using Orleans.Runtime;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Cluster;

/// <summary>Three servers with grains and screens, each a process of its own, on one database of PostgreSQL.</summary>
internal sealed class ThreeSilos : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private readonly TempDirectory[] _data = [new(), new(), new()];
    private readonly KillableServer?[] _servers = new KillableServer?[3];

    private ThreeSilos(string database) => Database = database;

    public string Database { get; }

    /// <summary>Those that were started and not ended since; also one that is frozen.</summary>
    public IReadOnlyList<KillableServer> Running => [.. _servers.OfType<KillableServer>()];

    public static async Task<ThreeSilos> Start(PostgresCluster cluster)
    {
        var silos = new ThreeSilos(new NpgsqlConnectionStringBuilder(cluster.NewSchema()) { MaxPoolSize = 20 }.ToString());
        await silos.Start(0);
        await Task.WhenAll(silos.Start(1), silos.Start(2));
        return silos;
    }

    public async Task Start(int each) => _servers[each] = await KillableServer.Start(_data[each].Path, ("Journal__Postgres", Database), ("Journal__BallastMiB", "0"));

    /// <summary>The server, which from now on counts as ended.</summary>
    public KillableServer Take(int each)
    {
        var server = _servers[each]!;
        _servers[each] = null;
        return server;
    }

    public KillableServer this[int each] => _servers[each]!;

    /// <summary>Waits until so many silos are in the table of members as dead.</summary>
    public async Task AreDead(int silos)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (await Dead() < silos) await Look(since, $"{silos} dead silos");
    }

    /// <summary>How many silos were ever declared dead, or said farewell.</summary>
    public async Task<int> Dead() => (int)await Scalar($"SELECT count(*) FROM cluster_members WHERE status = {(int)SiloStatus.Dead}");

    /// <summary>Events that the database holds.</summary>
    public Task<long> Stored() => Scalar("SELECT count(*) FROM events");

    /// <summary>Waits until every running server shows such a count of the province's accepted cases.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> AllShow(Func<long, bool> accepted)
    {
        var since = TimeProvider.System.GetTimestamp();
        foreach (var server in Running)
        {
            while (await Shown(server) is not { } shown || !accepted(shown)) await Look(since, $"the truth on {server.Client.BaseAddress}, which shows {await Shown(server)}");
        }

        return TimeProvider.System.GetElapsedTime(since);
    }

    /// <summary>What a recount of the province from its events says: equal or not.</summary>
    public static async Task<bool> IsEqual(KillableServer server)
    {
        using var answer = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/units/hainan/recount"));
        return answer.RootElement.GetProperty("equal").GetBoolean();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Running) await server.DisposeAsync();
        foreach (var data in _data) data.Dispose();
    }

    // A server whose silo has just lost another answers 503 until the board is there again.
    private static async Task<long?> Shown(KillableServer server)
    {
        using var answer = await server.Client.GetAsync("/api/v1/units/hainan");
        if (!answer.IsSuccessStatusCode) return null;
        using var board = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return board.RootElement.GetProperty("counts").GetProperty("accepted").GetInt64();
    }

    private static async Task Look(long since, string awaited)
    {
        if (TimeProvider.System.GetElapsedTime(since) > Patience) Assert.Fail($"Waited {Patience.TotalSeconds} s in vain for {awaited}.");
        await Task.Delay(LookAgain, TimeProvider.System);
    }

    private async Task<long> Scalar(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
