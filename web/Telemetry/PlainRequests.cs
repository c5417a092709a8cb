using System.Diagnostics;
using OpenTelemetry;

namespace OpsBoard.Web.Telemetry;

/// <summary>Takes from the framework's activities what may tell of persons or units, or hold secrets: their route is enough.</summary>
internal sealed class PlainRequests : BaseProcessor<Activity>
{
    private static readonly string[] Dropped =
        ["url.query", "url.full", "url.path", "user_agent.original", "client.address", "network.peer.address", "network.peer.port", "enduser.id", "exception.message"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Dropped) data.SetTag(name, null);
    }
}
