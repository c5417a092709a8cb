using System.Text;
using OpsBoard.Testing;
using OpsBoard.Web.Access;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>
/// Sources that send more than the journal takes, and then less. Each keeps what it has not been answered for and tries again, as it is told or
/// with a doubling jitter of its own. Time is virtual, the requests are real.
/// </summary>
internal sealed class RushHour
{
    private const int Sources = 6;
    private const int LargestBatch = 100;
    private const int Capacity = 300;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly IntakeServer _server;
    private readonly Source[] _sources;
    private readonly Random _random;

    public RushHour(IntakeServer server, int seed)
    {
        _server = server;
        _random = new Random(seed);
        _sources = [.. Enumerable.Range(0, Sources).Select(static i => new Source($"hall-{i}"))];
        var room = new TokenBucket(Capacity, Capacity, server.Clock);
        server.Journal.HasRoom = events => room.Take(events) == TimeSpan.Zero;
    }

    public int Refusals { get; private set; }

    /// <summary>Events that happened, and are stored or wait at their source.</summary>
    public int Happened => _sources.Sum(static source => source.Happened);

    public int Waiting => _sources.Sum(static source => source.Happened - source.Answered);

    /// <param name="load">What happens, as a share of what the journal takes.</param>
    public async Task Pass(TimeSpan span, double load)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += Step)
        {
            foreach (var source in _sources)
            {
                source.Due += load * Capacity * Step.TotalSeconds / Sources;
                if (source.Happened > source.Answered && source.NextTry <= _server.Clock.GetUtcNow()) await Send(source);
            }

            _server.Clock.Advance(Step);
        }
    }

    /// <summary>Lets everything that happened reach the journal, while nothing new does.</summary>
    public Task Drain() => Pass(TimeSpan.FromSeconds(10), load: 0);

    private async Task Send(Source source)
    {
        var items = Enumerable.Range(source.Answered, Math.Min(LargestBatch, source.Happened - source.Answered))
            .Select(i => SomeItem.Json(("id", $"\"{i}\""), ("source", $"\"{source.Name}\""), ("data", $$"""{"case":"{{source.Name}}-{{i}}"}""")))
            .ToArray();
        var reply = await _server.SendBatchAs(source.Name, items);
        if (reply.Status == 200)
        {
            source.Answered += items.Length;
            source.Tries = 0;
            return;
        }

        Assert.True(reply.Status is 429 or 503, reply.Body);
        Refusals++;
        var jitter = TimeSpan.FromSeconds(_random.NextDouble() * Math.Min(30, 0.5 * Math.Pow(2, source.Tries++)));
        source.NextTry = _server.Clock.GetUtcNow() + (reply.RetryAfter!.Value > jitter ? reply.RetryAfter.Value : jitter);
    }

    private sealed class Source(string name)
    {
        public string Name => name;

        public double Due { get; set; }

        public int Happened => (int)Due;

        public int Answered { get; set; }

        public int Tries { get; set; }

        public DateTimeOffset NextTry { get; set; }
    }
}
