using System.Net;
using Orleans.Messaging;
using Orleans.Runtime;

namespace OpsBoard.Silo.Hosting;

/// <summary>Where servers without grains find silos: what the table of members says of those that are active.</summary>
internal sealed class PostgresGateways(string database, string cluster, TimeSpan every) : IGatewayListProvider, IAsyncDisposable
{
    private readonly PostgresMembers _members = new(database, cluster);

    public TimeSpan MaxStaleness => every;

    [Obsolete("Orleans asks for it and reads it nowhere.")]
    public bool IsUpdatable => true;

    // Whoever starts first makes the table.
    public Task InitializeGatewayListProvider() => _members.InitializeMembershipTable(tryInitTableVersion: true);

    public async Task<IList<Uri>> GetGateways() =>
    [
        .. (await _members.ReadAll()).Members.Select(static member => member.Item1)
            .Where(static member => member is { Status: SiloStatus.Active, ProxyPort: > 0 })
            .Select(static member => SiloAddress.New(new IPEndPoint(member.SiloAddress.Endpoint.Address, member.ProxyPort), member.SiloAddress.Generation).ToGatewayUri()),
    ];

    public ValueTask DisposeAsync() => _members.DisposeAsync();
}
