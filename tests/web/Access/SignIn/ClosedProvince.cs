using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Testing;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>The real server of the simulated province, closed to everybody who is not signed in or paired.</summary>
public sealed class ClosedProvince : IAsyncLifetime
{
    private readonly ManualClock _limits = new();
    private LiveServer? _server;

    internal LiveServer Server => _server!;

    /// <summary>Codes that were asked for or tried so far count no longer: all of it comes from one address.</summary>
    public void PassAMinute() => _limits.Advance(TimeSpan.FromMinutes(1));

    public async ValueTask InitializeAsync() => _server = await LiveServer.Start(
        LiveServer.Hainan,
        open: false,
        adjust: services => services.AddSingleton(all => new PairingDesk(all.GetRequiredService<WallRegistry>(), all.GetRequiredService<AccessWatch>(), _limits)));

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
