using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Soak;

/// <summary>
/// How old a figure on a wall is (P4): hands in single cases in a county where nothing else happens, and waits until a wall of the province is
/// told of each. The wall is the fastest kind: its figure has gone from window to department, county and province.
/// </summary>
internal sealed class SoakProbe : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(170);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _client;
    private readonly string _county;
    private readonly string _window;
    private readonly HubViewer _wall;
    private readonly List<double> _agesMs = [];
    private readonly CancellationTokenSource _end = new();
    private Task _watching = Task.CompletedTask;
    private volatile Awaited _next = new(0, new());

    private SoakProbe(HttpClient client, string county, string window, HubViewer wall) => (_client, _county, _window, _wall) = (client, county, window, wall);

    /// <summary>Cases handed in, all acknowledged.</summary>
    public int Sent { get; private set; }

    /// <param name="county">In which nobody else hands in cases.</param>
    /// <param name="window">Of that county.</param>
    public static async Task<SoakProbe> Begin(HttpClient client, string province, string county, string window)
    {
        var probe = new SoakProbe(client, county, window, await HubViewer.Connect(client.BaseAddress!.ToString().TrimEnd('/')));
        await probe._wall.Call("Subscribe", province);
        probe._watching = Task.WhenAny(probe.Watch(), probe.KeepSaying()).Unwrap();
        return probe;
    }

    /// <summary>Sends until it is told to end; the next case only after the former one was shown, so that each age is its own.</summary>
    public async Task Run(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _next = new Awaited(Sent + 1, new(TaskCreationOptions.RunContinuationsAsynchronously));
            await Send();
            var acknowledged = Stopwatch.GetTimestamp();
            var shown = await _next.ShownAt.Task.WaitAsync(Patience, CancellationToken.None);
            _agesMs.Add(Math.Max(0, Stopwatch.GetElapsedTime(acknowledged, shown).TotalMilliseconds));
            await Task.Delay(Pause, TimeProvider.System, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>From acknowledgement to the wall, once it has ended.</summary>
    public string Ages
    {
        get
        {
            _agesMs.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"{_agesMs[_agesMs.Count / 2]:0} ms (median), {_agesMs[(int)(_agesMs.Count * 0.99)]:0} ms (99th percentile), {_agesMs[^1]:0} ms (longest) of {_agesMs.Count:N0}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _wall.DisposeAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task Send()
    {
        var at = TimeProvider.System.GetUtcNow().ToOffset(BusinessDay.Offset);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(SentEvent.Of("case.accepted", $"probe-{Sent}", _window, at, new { @case = $"probe-{Sent}" })));
        content.Headers.ContentType = new("application/cloudevents+json");
        using var answer = await _client.PostAsync("api/v1/events", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Sent++;
    }

    private async Task Watch()
    {
        var key = $"{_county}.accepted";
        while (!_end.IsCancellationRequested)
        {
            var (_, body) = await _wall.Next();
            if (!body.TryGetProperty("shown", out var shown) || !shown.TryGetProperty(key, out var figure)) continue;
            if (long.Parse(figure.GetProperty("t").ToString().Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) == _next.Cases) _next.ShownAt.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    private async Task KeepSaying()
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, _end.Token);
            await _wall.Ping();
        }
    }

    private sealed record Awaited(int Cases, TaskCompletionSource<long> ShownAt);
}
