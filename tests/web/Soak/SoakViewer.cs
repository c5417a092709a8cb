using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Soak;

/// <summary>A screen that stays: it takes all that it is told, by hub or stream, and counts it without looking at it.</summary>
internal sealed class SoakViewer : IAsyncDisposable
{
    private static readonly TimeSpan SaySomethingEvery = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _end = new();
    private IAsyncDisposable? _hub;
    private Task _reading = Task.CompletedTask;
    private long _messages;

    public long Messages => Interlocked.Read(ref _messages);

    public bool IsThere => !_reading.IsCompleted;

    public static async Task<SoakViewer> OnHub(Uri server, string scope)
    {
        var (viewer, hub) = (new SoakViewer(), await HubViewer.Connect(server.ToString().TrimEnd('/')));
        await hub.Call("Subscribe", scope);
        viewer._hub = hub;
        viewer._reading = Task.WhenAny(viewer.Read(hub), viewer.KeepSaying(hub)).Unwrap();
        return viewer;
    }

    public static SoakViewer OnStream(HttpClient client, string scope)
    {
        var viewer = new SoakViewer();
        viewer._reading = Task.Run(() => viewer.Read(client, scope));
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_hub is { } hub) await hub.DisposeAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task Read(HubViewer hub)
    {
        while (!_end.IsCancellationRequested)
        {
            await hub.Next();
            Interlocked.Increment(ref _messages);
        }
    }

    private async Task KeepSaying(HubViewer hub)
    {
        while (true)
        {
            await Task.Delay(SaySomethingEvery, TimeProvider.System, _end.Token);
            await hub.Ping();
        }
    }

    private async Task Read(HttpClient client, string scope)
    {
        using var answer = await client.GetAsync($"api/v1/live?scope={scope}", HttpCompletionOption.ResponseHeadersRead, _end.Token);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(_end.Token));
        while (await lines.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.Length == 0) Interlocked.Increment(ref _messages);
        }
    }
}
