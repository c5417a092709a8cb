using OpsBoard.Web.Screens;
using OpsBoard.Web.Tests.Run;
using OpsBoard.Web.Tests.Supervision;

[assembly: AssemblyFixture(typeof(ProvinceAtTen))]

namespace OpsBoard.Web.Screens;

/// <summary>
/// The real server with the simulated province on a Friday at ten, where its clock stands still: one for all tests that only look, started
/// when one first asks.
/// </summary>
public sealed class ProvinceAtTen : IAsyncDisposable
{
    private readonly Lazy<Task<LiveServer>> _started = new(Start);

    /// <summary>Where it is, without a slash at the end.</summary>
    public async Task<string> Address() => (await _started.Value).Address;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated) await (await _started.Value).DisposeAsync();
    }

    private static async Task<LiveServer> Start()
    {
        var server = await LiveServer.Start(LiveServer.Hainan, OfficeMorning.Begin);
        await OfficeMorning.Play(server);
        await SomeLedger.Import(server, SomeLedger.Year);
        await SomeCadence.Play(server);
        return server;
    }
}
