using OpsBoard.Testing;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>Connections end when what they were let in with no longer holds.</summary>
public sealed class EndedViewersTests
{
    [Fact]
    public async Task Hub_and_stream_of_somebody_whose_rights_ended_are_closed_and_those_of_others_go_on()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);
        await using var hub = await HubViewer.Connect(server.Address, "Wall hainan/wanning");
        await hub.Call("Subscribe", "hainan/wanning");
        await using var stream = await EventStream.Open(server.Client, "hainan/wanning", asker: "Wall hainan/wanning");
        await using var other = await HubViewer.Connect(server.Address, "Wall hainan");
        await other.Call("Subscribe", "hainan");

        AsPrincipal.Fallen["test:Wall:hainan/wanning"] = true;
        server.Service<AuditTrail>().Note("local", "wall.revoked", "wall:1");

        await Assert.ThrowsAnyAsync<Exception>(() => hub.Next(static (_, _) => false));
        await Assert.ThrowsAnyAsync<Exception>(() => stream.Next("never"));
        Assert.Equal("Tick", (await other.Next(static (name, _) => name == "Tick")).Name);
    }
}
