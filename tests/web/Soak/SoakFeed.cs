using System.Diagnostics;
using System.Net;
using System.Text.Json;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Soak;

/// <summary>
/// A province at an even pace: at every window two citizens at a time draw a ticket, are called, hand in a case, get it done and rate it; then
/// the next two come. So as many subjects are open at the end as at the beginning. A batch without an answer is sent again.
/// </summary>
internal sealed class SoakFeed(HttpClient client, IReadOnlyList<string> windows, int eventsPerSecond)
{
    private const int Senders = 2;
    private const int Batch = 200;
    private const int CitizensAtOnce = 2;

    // A worse one would stay open until somebody answers it.
    private const int LeastStars = 3;

    // Parts of one visit in their order; each visit comes round again after all others.
    private static readonly string[] Steps = ["ticket.issued", "ticket.called", "service.started", "case.accepted", "case.completed", "service.ended", "review.submitted"];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<(int Visit, int Step)> _going = new(Enumerable.Range(0, windows.Count * CitizensAtOnce).Select(static visit => (visit, 0)));
    private readonly List<double> _answers = [];
    private int _visits = windows.Count * CitizensAtOnce;

    public long Sent { get; private set; }

    public long Acknowledged { get; private set; }

    /// <summary>Batches that were refused for a while, or had no answer, and were sent again.</summary>
    public long Retried { get; private set; }

    /// <summary>Cases handed in, of all events that were acknowledged.</summary>
    public long Cases { get; private set; }

    /// <summary>From sending to acknowledgement since the last look, in milliseconds: median and longest.</summary>
    public (double Median, double Longest) TakeAnswers()
    {
        lock (_gate)
        {
            if (_answers.Count == 0) return (0, 0);
            _answers.Sort();
            var taken = (_answers[_answers.Count / 2], _answers[^1]);
            _answers.Clear();
            return taken;
        }
    }

    /// <summary>Sends until it is told to end, and then until everything is answered.</summary>
    public Task Run(CancellationToken end)
    {
        var began = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendOn(began, end), CancellationToken.None)));
    }

    private async Task SendOn(long began, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (Next(Stopwatch.GetElapsedTime(began)) is var (body, cases)) await Send(body, cases);
            else await Task.Delay(Pause, TimeProvider.System, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private (byte[] Body, int Cases)? Next(TimeSpan elapsed)
    {
        lock (_gate)
        {
            if (Sent + Batch > elapsed.TotalSeconds * eventsPerSecond) return null;
            Sent += Batch;
            var at = TimeProvider.System.GetUtcNow().ToOffset(BusinessDay.Offset);
            var steps = Enumerable.Range(0, Batch).Select(_ => Advance()).ToList();
            var body = JsonSerializer.SerializeToUtf8Bytes(steps.Select(step => Event(step.Visit, step.Step, at)));
            return (body, steps.Count(static step => Steps[step.Step] == "case.accepted"));
        }
    }

    private (int Visit, int Step) Advance()
    {
        var now = _going.Dequeue();
        _going.Enqueue(now.Step + 1 < Steps.Length ? (now.Visit, now.Step + 1) : (_visits++, 0));
        return now;
    }

    private object Event(int visit, int step, DateTimeOffset at) =>
        SentEvent.Of(Steps[step], $"{visit}-{step}", windows[visit % windows.Count], at, Steps[step].Split('.')[0] switch
        {
            "case" => new { @case = $"c{visit}", ticket = $"t{visit}" },
            "review" => new { review = $"r{visit}", @case = $"c{visit}", stars = LeastStars + visit % 3 },
            _ => new { ticket = $"t{visit}" } as object,
        });

    private async Task Send(byte[] body, int cases)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await TrySend(body))
        {
            lock (_gate) Retried++;
            await Task.Delay(AfterRefusal, TimeProvider.System);
        }

        lock (_gate)
        {
            _answers.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Acknowledged += Batch;
            Cases += cases;
        }
    }

    private async Task<bool> TrySend(byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/cloudevents-batch+json");
            using var answer = await client.PostAsync("api/v1/events", content);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) return false;
            var said = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal((HttpStatusCode.OK, Batch), (answer.StatusCode, said.GetProperty("accepted").GetInt32() + said.GetProperty("duplicate").GetInt32()));
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return false;
        }
    }
}
