using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;
using OpsBoard.Web.Tests.Telemetry;

namespace OpsBoard.Web.Tests.Cluster;

/// <summary>What Orleans counts and traces goes to the same collector as what the program does itself.</summary>
public sealed class OrleansTelemetryTests
{
    [Fact]
    public async Task The_collector_is_told_Orleans_meters_and_the_calls_of_grains()
    {
        using var folder = new TempDirectory();
        await using var collector = await Collector.Start();
        await using var server = await KillableServer.Start(
            folder.Path, ("Telemetry__Otlp__Endpoint", collector.Address), ("Telemetry__Otlp__MetricsEvery", "00:00:01"), ("Telemetry__Otlp__TraceShare", "1"));

        using var answer = await server.Client.PostAsync("api/v1/events", Body(), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        using var read = await server.Client.GetAsync("api/v1/units/hainan", TestContext.Current.CancellationToken);
        await collector.Until(static told => told.Metrics.Any(static name => name.StartsWith("orleans-", StringComparison.Ordinal)));
        await server.Stop();

        Assert.Contains(collector.Metrics, static name => name.StartsWith("orleans-messaging", StringComparison.Ordinal));
        Assert.Contains(collector.Spans, static name => name.StartsWith("IWindowGrain/", StringComparison.Ordinal));
    }

    private static StringContent Body() => new(
        JsonSerializer.Serialize(new[] { SentEvent.Accepted("c1", at: TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8))) }), System.Text.Encoding.UTF8, "application/cloudevents-batch+json");
}
