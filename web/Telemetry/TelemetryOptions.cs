using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Telemetry;

/// <summary>
/// Where metrics, traces and logs are sent by OTLP; nowhere by default. Options under <c>Telemetry:Otlp</c>. What is not set here is taken from
/// the standard variables <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>…_PROTOCOL</c>, <c>…_HEADERS</c> and <c>OTEL_SERVICE_NAME</c>.
/// </summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry:Otlp";

    /// <summary>The base address of a collector, such as <c>http://127.0.0.1:4318</c>; empty: nothing is sent.</summary>
    public string? Endpoint { get; set; }

    /// <summary><c>http/protobuf</c> (by default) or <c>grpc</c>.</summary>
    [AllowedValues(null, HttpProtobuf, Grpc, ErrorMessage = "Telemetry:Otlp:Protocol: http/protobuf or grpc.")]
    public string? Protocol { get; set; }

    /// <summary>Headers of each request to the collector, <c>name=value,…</c>: often a secret, so better in the environment than in a file.</summary>
    public string? Headers { get; set; }

    /// <summary>Between two exports of the metrics: 1 s to 5 min, by default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Telemetry:Otlp:MetricsEvery: {1} to {2}.")]
    public TimeSpan MetricsEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The share of requests that are traced, whatever the sender asks for: 0 to 1, by default 0.05.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Telemetry:Otlp:TraceShare: {1} to {2}.")]
    public double TraceShare { get; set; } = 0.05;

    internal const string HttpProtobuf = "http/protobuf";
    internal const string Grpc = "grpc";

    /// <exception cref="ValidationException">A value is out of its range; the message names it.</exception>
    internal static TelemetryOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (string.IsNullOrWhiteSpace(options.Endpoint)) options.Endpoint = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        options.Protocol ??= configuration["OTEL_EXPORTER_OTLP_PROTOCOL"];
        options.Headers ??= configuration["OTEL_EXPORTER_OTLP_HEADERS"];
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (!string.IsNullOrWhiteSpace(options.Endpoint) && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new ValidationException("Telemetry:Otlp:Endpoint: an address such as http://127.0.0.1:4318.");
        return options;
    }
}
