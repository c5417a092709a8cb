using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>The hub's contract with frames of a test behind it.</summary>
internal sealed class FakeBoardHub(FakeFeed feed, FakeFrames frames) : Hub
{
    public async Task<JsonObject> Subscribe(string scope)
    {
        feed.Subscribed();
        await Clients.Caller.SendAsync("Tick", feed.TickOf(frames[scope]));
        return feed.Snapshot(UnitPath.Parse(scope));
    }

    public Task Ack(long version)
    {
        Context.Items["shown"] = version;
        return Task.CompletedTask;
    }
}
