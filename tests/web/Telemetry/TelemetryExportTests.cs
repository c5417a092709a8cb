using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Telemetry;

/// <summary>The program as an operator runs it, with a collector beside it.</summary>
public sealed class TelemetryExportTests
{
    private const string Secret = "tell-nobody";

    private static readonly string[] Promised =
    [
        "opsboard.intake.items", "opsboard.intake.duration", "opsboard.commit.duration", "opsboard.commit.items", "opsboard.board.lag", "opsboard.journal.size", "opsboard.journal.log",
        "opsboard.disk.free", "opsboard.feeds.age", GrainsMetric.Name, "dotnet.gc.last_collection.heap.size", "http.server.request.duration",
    ];

    [Fact]
    public async Task A_collector_is_told_metrics_traces_and_logs_from_request_to_commit_and_no_query()
    {
        using var folder = new TempDirectory();
        await using var collector = await Collector.Start();
        await using var server = await KillableServer.Start(
            folder.Path, ("Telemetry__Otlp__Endpoint", collector.Address), ("Telemetry__Otlp__MetricsEvery", "00:00:01"), ("Telemetry__Otlp__TraceShare", "1"));

        using var answer = await server.Client.PostAsync("api/v1/events", Body(), TestContext.Current.CancellationToken);
        using var read = await server.Client.GetAsync($"api/v1/units/hainan?period=today&{Secret}={Secret}", TestContext.Current.CancellationToken);
        await collector.Until(static told => Promised.All(name => told.Metrics.Contains(name, StringComparer.Ordinal)));
        var (status, _) = await server.Stop();

        answer.EnsureSuccessStatusCode();
        Assert.Equal(0, status);
        Assert.Superset(new HashSet<string>(["judge", "append", "commit", "POST /api/v1/events", "GET /api/v1/units/{**path}"], StringComparer.Ordinal), collector.Spans.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(collector.Lines, static line => line.Contains("SQLite", StringComparison.Ordinal));
        // Of grain calls Orleans names the callee, which is a unit.
        Assert.DoesNotContain(collector.SpanAttributes.Where(static attribute => !attribute.StartsWith("orleans.rpc.", StringComparison.Ordinal)), static attribute => attribute.Contains(Secret, StringComparison.Ordinal) || attribute.Contains("hainan", StringComparison.Ordinal));
        Assert.True(collector.Last("dotnet.gc.last_collection.heap.size") is not null);
    }

    [Fact]
    public async Task A_wrong_address_of_the_collector_ends_the_start_with_its_key()
    {
        using var folder = new TempDirectory();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => KillableServer.Start(folder.Path, ("Telemetry__Otlp__Endpoint", "nowhere")));

        Assert.Contains("status 2: opsboard: Telemetry:Otlp:Endpoint:", refusal.Message, StringComparison.Ordinal);
    }

    private static StringContent Body() => new(
        System.Text.Json.JsonSerializer.Serialize(new[] { SentEvent.Accepted("c1", at: TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8))) }), System.Text.Encoding.UTF8, "application/cloudevents-batch+json");
}
