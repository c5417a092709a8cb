using System.ComponentModel.DataAnnotations;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Sends metrics, traces and logs by OTLP where an address is configured. Call it before anything that starts.</summary>
    /// <exception cref="StartException">A setting under <c>Telemetry:Otlp</c> is wrong; the message names it.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = OptionsOf(builder.Configuration);
        if (string.IsNullOrWhiteSpace(options.Endpoint)) return;
        var resource = ResourceBuilder.CreateDefault().AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "opsboard", serviceVersion: BuildIdentity.Current.Id);
        builder.Services.AddHostedService(_ => new TelemetryExport(options, resource));
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(resource);
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter(exporter => TelemetryExport.Aim(exporter, options, "v1/logs"));
        });
    }

    private static TelemetryOptions OptionsOf(IConfiguration configuration)
    {
        try
        {
            return TelemetryOptions.Of(configuration);
        }
        catch (Exception fault) when (fault is ValidationException or InvalidOperationException)
        {
            throw new StartException(fault.Message, fault);
        }
    }
}
