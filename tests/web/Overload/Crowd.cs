using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Viewers behind one line, which fails for all of them at once when they have been shown their first picture.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly FaultyLine _line;
    private readonly List<HubViewer> _viewers = [];

    private Crowd(LiveServer server) => _line = FaultyLine.To(server);

    public static async Task<Crowd> Of(int viewers, LiveServer server, Action<FaultyLine> fail)
    {
        var crowd = new Crowd(server);
        for (var i = 0; i < viewers; i++)
        {
            var viewer = await HubViewer.Connect(crowd._line.Address);
            crowd._viewers.Add(viewer);
            await viewer.Call("Subscribe", "hainan");
        }

        fail(crowd._line);
        return crowd;
    }

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        foreach (var viewer in _viewers) await viewer.DisposeAsync();
    }
}
