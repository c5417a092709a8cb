using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>
/// Sources that trust no answer: every event is sent one to ten times, in batches that are cut anew each time and in no order, four at once,
/// while the server is restarted; what got no answer is sent until it gets one.
/// </summary>
internal sealed class RetryStorm
{
    private const int MostSends = 10;
    private const int LargestBatch = 1000;
    private const int Senders = 4;
    private const int Windows = 40;

    private static readonly MediaTypeHeaderValue BatchType = new("application/cloudevents-batch+json");

    private readonly LiveServer _server;
    private readonly int[] _sends;
    private readonly int[] _cuts;
    private readonly Lock _gate = new();
    private readonly Queue<int> _restarts;
    private Task _back = Task.CompletedTask;
    private int _next;
    private long _accepted;
    private long _unanswered;

    public RetryStorm(LiveServer server, int events, int restarts, int seed)
    {
        _server = server;
        Events = events;
        var random = new Random(seed);
        _sends = [.. Enumerable.Range(0, events).SelectMany(item => Enumerable.Repeat(item, random.Next(1, MostSends + 1)))];
        random.Shuffle(_sends);
        _cuts = [.. Cuts(_sends.Length, random)];
        _restarts = new Queue<int>(Enumerable.Range(1, restarts).Select(i => i * (_cuts.Length - 1) / (restarts + 1)));
    }

    public int Events { get; }

    public int Sends => _sends.Length;

    /// <summary>Events that some answer called accepted; less than all where an answer was lost.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    public long Unanswered => Interlocked.Read(ref _unanswered);

    public Task Run() => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(Send)));

    private static IEnumerable<int> Cuts(int sends, Random random)
    {
        for (var at = 0; at < sends; at += random.Next(1, random.Next(2, LargestBatch + 1))) yield return at;
        yield return sends;
    }

    private async Task Send()
    {
        while (Next() is { } batch)
        {
            var body = Encoding.UTF8.GetBytes(SomeItem.Batch([.. _sends[_cuts[batch].._cuts[batch + 1]].Select(Item)]));
            while (!await IsAnswered(body)) Interlocked.Increment(ref _unanswered);
        }
    }

    // Whoever takes the batch before a restart lets the server go down under the three others.
    private int? Next()
    {
        lock (_gate)
        {
            if (_next == _cuts.Length - 1) return null;
            if (_restarts.TryPeek(out var at) && at == _next)
            {
                _restarts.Dequeue();
                _back = Task.Run(_server.Restart);
            }

            return _next++;
        }
    }

    private Task Back()
    {
        lock (_gate) return _back;
    }

    private async Task<bool> IsAnswered(byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = BatchType } };
            using var answer = await _server.Client.PostAsync("/api/v1/events", content);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) return false;
            answer.EnsureSuccessStatusCode();
            var told = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync());
            Interlocked.Add(ref _accepted, told.GetProperty("accepted").GetInt32());
            Assert.Equal((0, 0), (told.GetProperty("rejected").GetInt32(), told.GetProperty("conflict").GetInt32()));
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or ObjectDisposedException or IOException && fault is not HttpRequestException { StatusCode: not null })
        {
            await Back();
            return false;
        }
    }

    private static string Item(int item) => SomeItem.Json(
        ("id", $"\"{item}\""), ("subject", $"\"hainan/haikou/housing/w{(item % Windows) + 1:00}\""), ("data", $$"""{"case":"c{{item}}"}"""));
}
