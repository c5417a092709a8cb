using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsBoard.Web.Tests.Telemetry;

/// <summary>A collector of OTLP over HTTP on a loopback port, that remembers what it was told.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<(string Signal, ProtoMessage Message)> _received = new();
    private readonly WebApplication _app;
    private volatile TaskCompletionSource _heard = NewSignal();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", Take);
    }

    public string Address => _app.Urls.First();

    public IEnumerable<string> Metrics => Of("metrics").SelectMany(MetricsIn).Select(static metric => metric.TextOf(1)).Distinct(StringComparer.Ordinal);

    /// <summary>Names of the spans.</summary>
    public IEnumerable<string> Spans => SpansReceived.Select(static span => span.TextOf(5));

    /// <summary>Names and values of all that spans carry.</summary>
    public IEnumerable<string> SpanAttributes => SpansReceived.SelectMany(static span => span.All(9)).Select(static pair => $"{pair.TextOf(1)}={pair.All(2).FirstOrDefault().TextOf(1)}");

    /// <summary>Texts of the log's lines.</summary>
    public IEnumerable<string> Lines => Of("logs").SelectMany(static message => message.Under(1, 2, 2)).Select(static line => line.All(5).FirstOrDefault().TextOf(1));

    private IEnumerable<ProtoMessage> SpansReceived => Of("traces").SelectMany(static message => message.Under(1, 2, 2));

    public static async Task<Collector> Start()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>The sum of the points of a gauge or a sum, as they were told last; null when they were never told.</summary>
    public double? Last(string metric) => Of("metrics").SelectMany(MetricsIn).LastOrDefault(each => each.TextOf(1) == metric) is var found && found.TextOf(1) == metric
        ? found.Under(5, 1).Concat(found.Under(7, 1)).Sum(static point => point.NumberOf(asDouble: 4, asInt: 6))
        : null;

    public async Task Until(Func<Collector, bool> isEnough)
    {
        // Something is told every second, whether it is what is waited for or not.
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            var heard = _heard.Task;
            if (isEnough(this)) return;
            await heard.WaitAsync(patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static IEnumerable<ProtoMessage> MetricsIn(ProtoMessage message) => message.Under(1, 2, 2);

    private IEnumerable<ProtoMessage> Of(string signal) => _received.Where(each => each.Signal == signal).Select(static each => each.Message);

    private async Task<IResult> Take(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _received.Enqueue((signal, new ProtoMessage(body.ToArray())));
        Interlocked.Exchange(ref _heard, NewSignal()).TrySetResult();
        return Results.Bytes([], "application/x-protobuf");
    }
}
