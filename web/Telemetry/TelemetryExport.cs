using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Supervision.Notices;

namespace OpsBoard.Web.Telemetry;

/// <summary>
/// Sends metrics and traces for as long as the server runs, and what is left at its end. It is the first service to start and the last to
/// stop. A collector that does not answer costs nothing but what it would have been told.
/// </summary>
internal sealed class TelemetryExport(TelemetryOptions options, ResourceBuilder resource) : IHostedService, IDisposable
{
    // Of the seconds that a stop has.
    private const int MillisecondsToEnd = 1_500;

    private static readonly string[] Meters =
    [
        JournalMetrics.Name, RecountMetrics.MeterName, NoticeMetrics.MeterName, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Diagnostics",
        // Of the cluster profile; the other has none of this name.
        "Microsoft.Orleans",
    ];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                Aim(exporter, options, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.MetricsEvery.TotalMilliseconds;
            })
            .Build();
        // A sender may ask for a trace, but not decide how many there are.
        var share = new TraceIdRatioBasedSampler(options.TraceShare);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(JournalMetrics.Name, "Microsoft.AspNetCore", "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime")
            .SetSampler(new ParentBasedSampler(share, remoteParentSampled: share, remoteParentNotSampled: share))
            .AddProcessor(new PlainRequests())
            .AddOtlpExporter(exporter => Aim(exporter, options, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Shutdown(MillisecondsToEnd);
        _metrics?.Shutdown(MillisecondsToEnd);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <param name="path">What HTTP adds to the address of the collector; gRPC has one address for all.</param>
    internal static void Aim(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        var isGrpc = options.Protocol == TelemetryOptions.Grpc;
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? new Uri(options.Endpoint!) : new Uri($"{options.Endpoint!.TrimEnd('/')}/{path}");
        exporter.TimeoutMilliseconds = MillisecondsToEnd;
        if (options.Headers is not null) exporter.Headers = options.Headers;
    }
}
