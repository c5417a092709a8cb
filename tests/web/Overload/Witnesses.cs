using OpsBoard.Web.Board;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Healthy viewers of the province, who read all the time; each must see a change before the next one is made.</summary>
internal sealed class Witnesses(LiveServer server, int count) : IAsyncDisposable
{
    private const int CasesAtOnce = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<HubViewer> _viewers = [];
    private readonly List<Task> _reading = [];
    private readonly string[] _windows = [.. LiveServer.Hainan.All.Where(static unit => unit.Path.Kind == Units.UnitKind.Window).Select(static unit => unit.Path.ToString()).Where(static (_, i) => i % 37 == 0).Take(CasesAtOnce)];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private (string Figure, TaskCompletionSource Seen) _expected = ("", new TaskCompletionSource());
    private int _changes;

    public int Changes => _changes;

    public async Task Join()
    {
        for (var i = 0; i < count; i++)
        {
            var viewer = await HubViewer.Connect(server.Address);
            _viewers.Add(viewer);
            await viewer.Call("Subscribe", "hainan");
            _reading.Add(Task.Run(() => Read(viewer)));
        }
    }

    /// <returns>How many changes that took.</returns>
    public async Task<int> SeeEveryChangeUntil(Func<bool> isEnough)
    {
        while (!isEnough()) await SeeOne();
        return _changes;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var viewer in _viewers) await viewer.DisposeAsync();
    }

    private async Task SeeOne()
    {
        _changes++;
        // From ten thousand on a screen prints it shortened, and could not tell one change from the next.
        Assert.True(_changes * _windows.Length < 10_000, "This takes more changes than can be told apart.");
        var expected = (Figure: Print.Count(_changes * _windows.Length).Zh, Seen: new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate) _expected = expected;
        await server.Post(_windows.Select((window, i) => SentEvent.Accepted($"c{_changes}-{i}", window: window)));
        var ended = Task.WhenAny(_reading);
        if (await Task.WhenAny(expected.Seen.Task, ended).WaitAsync(Patience) == ended) await await ended;
    }

    private async Task Read(HubViewer viewer)
    {
        while (true)
        {
            var (_, body) = await viewer.Next(static (name, body) => body.TryGetProperty("shown", out var shown) && shown.TryGetProperty("hainan.accepted", out _));
            Note(body.GetProperty("shown").GetProperty("hainan.accepted").GetProperty("t").GetString()!);
        }
    }

    private void Note(string figure)
    {
        lock (_gate)
        {
            _seen[figure] = _seen.GetValueOrDefault(figure) + 1;
            if (figure == _expected.Figure && _seen[figure] == count) _expected.Seen.TrySetResult();
        }
    }
}
