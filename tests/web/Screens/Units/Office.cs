using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The whole product with four weeks behind it, on a Friday at ten.</summary>
public sealed class Office : IAsyncLifetime
{
    internal LiveServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await LiveServer.Start(LiveServer.Hainan, OfficeWeeks.Begin);
        await OfficeWeeks.Play(Server);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
