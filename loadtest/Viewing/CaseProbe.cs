using System.Net.Http.Headers;

namespace OpsBoard.LoadTest;

/// <summary>
/// Hands in single cases in a county where nothing else happens, and notes when each is seen in a viewer's frame. The next case does not
/// wait for the former to be seen: a frame that tells n cases shows all that were not seen before.
/// </summary>
/// <param name="window">Of that county.</param>
/// <param name="pause">Between an answer and the next case.</param>
internal sealed class CaseProbe(LoadedServer server, LoadWindow window, (TimeSpan Least, TimeSpan Most) pause, TimeProvider real)
{
    private const int Most = 9_000;

    private static readonly Uri Intake = new("api/v1/events", UriKind.Relative);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly long[] _postedAt = new long[Most];
    private volatile int _posted;

    /// <summary>From posting a case until a viewer has a frame with it: one for each case and viewer.</summary>
    public Durations Seen { get; } = new();

    /// <summary>Cases that were posted, all acknowledged.</summary>
    public int Posted => _posted;

    /// <summary>Called by a viewer, for one frame after the other.</summary>
    public void Note(WatchingViewer viewer, int count)
    {
        var now = real.GetTimestamp();
        for (; viewer.Seen < count && viewer.Seen < _posted; viewer.Seen++) Seen.Add(real.GetElapsedTime(_postedAt[viewer.Seen], now));
    }

    /// <summary>Posts until it is told to end.</summary>
    public async Task Run(CancellationToken end)
    {
        // Seeded, so that each run has the same pauses.
        var (body, random) = (new BodyBuffer(), new Random(1));
        while (!end.IsCancellationRequested && _posted < Most)
        {
            await Post(body);
            await Task.Delay(pause.Least + ((pause.Most - pause.Least) * random.NextDouble()), real, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until every viewer has seen every case.</summary>
    /// <returns>How many were not seen within a minute.</returns>
    public async Task<int> AwaitSeen(IEnumerable<WatchingViewer> viewers)
    {
        var began = real.GetTimestamp();
        while (viewers.Any(viewer => viewer.Seen < _posted) && real.GetElapsedTime(began) < Patience) await Task.Delay(Pause, real);
        return viewers.Sum(viewer => _posted - viewer.Seen);
    }

    private async Task Post(BodyBuffer body)
    {
        server.Load.WriteCase(body, window, _posted + 1);
        _postedAt[_posted] = real.GetTimestamp();
        // Before it is sent: a frame may be quicker than the answer.
        _posted++;
        using var content = new ReadOnlyMemoryContent(body.Written);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
        using var answer = await server.Http.PostAsync(Intake, content);
        if (!answer.IsSuccessStatusCode) throw new LoadFailedException($"The server answered {(int)answer.StatusCode} to a single case.");
    }
}
