using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>
/// Sends a load: so many requests at a time, each sender its next when the last was answered. What was refused for a while, or had no
/// answer, is sent again with the same bytes, so that each event counts once.
/// </summary>
/// <param name="batch">Events in a request, 1 to 1,000.</param>
/// <param name="senders">Requests at a time.</param>
internal sealed class LoadSender(HttpClient http, VisitLoad load, int batch, int senders, TimeProvider real)
{
    private const int MostTries = 200;

    private static readonly Uri Intake = new("api/v1/events", UriKind.Relative);
    private static readonly MediaTypeHeaderValue BatchType = new("application/cloudevents-batch+json");
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMilliseconds(200);

    private long _acknowledged;
    private long _resent;

    /// <summary>Events that were answered as stored.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Requests that were sent again.</summary>
    public long Resent => Interlocked.Read(ref _resent);

    /// <summary>From sending a request to its answer.</summary>
    public Durations Answers { get; } = new();

    /// <summary>As many requests at a time as keep the server busy without filling its queue: small ones wait for each other's commit.</summary>
    public static int SendersFor(int batch) => Math.Clamp(4_000 / batch, 8, 64);

    /// <summary>Sends until the pace or the end says so, and then until all that was sent is answered.</summary>
    /// <exception cref="LoadFailedException">The server refuses for good, or does not answer any more.</exception>
    public Task Send(LoadPace pace, CancellationToken end) =>
        Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(() => SendOn(pace, end), CancellationToken.None)));

    private async Task SendOn(LoadPace pace, CancellationToken end)
    {
        var body = new BodyBuffer();
        while (!end.IsCancellationRequested && pace.Take(batch) is { } events)
        {
            if (events == 0)
            {
                await Task.Delay(Pause, real, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            load.Write(body, events);
            await Deliver(body.Written, events);
        }
    }

    private async Task Deliver(ReadOnlyMemory<byte> body, int events)
    {
        var began = real.GetTimestamp();
        for (var tries = 1; !await TryDeliver(body, events); tries++)
        {
            if (tries == MostTries) throw new LoadFailedException("The server takes nothing any more.");
            Interlocked.Increment(ref _resent);
            await Task.Delay(AfterRefusal, real);
        }

        Answers.Add(real.GetElapsedTime(began));
        Interlocked.Add(ref _acknowledged, events);
    }

    private async Task<bool> TryDeliver(ReadOnlyMemory<byte> body, int events)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(body);
            content.Headers.ContentType = BatchType;
            using var answer = await http.PostAsync(Intake, content);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) return false;
            if (answer.StatusCode != HttpStatusCode.OK) throw new LoadFailedException($"The server answered {(int)answer.StatusCode} to a batch.");
            RequireStored(Answer.Read(await answer.Content.ReadAsByteArrayAsync(), events));
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return false;
        }
        catch (Exception fault) when (fault is OperationCanceledException or JsonException)
        {
            throw new LoadFailedException($"The server gave no answer that could be read: {fault.Message}", fault);
        }
    }

    private static void RequireStored(Answer answer)
    {
        if (answer.Reasons is [var reason, ..]) throw new LoadFailedException($"The server refused an event of the load: {reason}");
    }
}
