using System.Collections.Immutable;
using System.Text;
using Microsoft.Net.Http.Headers;
using OpsBoard.Events;
using OpsBoard.Events.Queues;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Adapters;

/// <summary>
/// <c>POST /api/v1/adapters/queue</c>: lines of queue machines as <c>text/plain</c>, each judged for itself. Gates, answer and what it is
/// worth are those of events; <c>index</c> is the line's place in the body, from 0.
/// </summary>
internal static class QueueEndpoint
{
    public const string Path = "/api/v1/adapters/queue";
    public const string TextType = "text/plain";

    /// <exception cref="Configuration.ConfigurationException">queue-machines.json has a mistake.</exception>
    public static IServiceCollection AddQueueMachines(this IServiceCollection services, ConfigurationFiles files) =>
        services.AddSingleton(files.ReadQueueMachines());

    public static void MapQueueMachines(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Take).ForAll(Policies.Ingest).WithName("SendQueueLines");

    private static Task<IResult> Take(HttpContext http, IntakeDoor door, Admission admission, QueueMachines machines, TimeProvider clock)
    {
        ImmutableArray<int> places = [];
        return door.Take(
            http,
            request =>
            {
                var encoding = EncodingOf(request);
                return (body, charge) =>
                {
                    var reader = new QueueLineReader(machines, encoding, clock.GetUtcNow());
                    var lines = TextLines.Cut(body);
                    charge(lines.Count);
                    places = [.. lines.Select(static line => line.Place)];
                    return lines.ConvertAll(line => reader.Read(line.Line.Span));
                };
            },
            async (IReadOnlyList<Reading> items, Journal.Lane lane) => (await admission.Take(items, lane, SourceClaim.Of(http), http.RequestAborted)).At(places));
    }

    /// <exception cref="RequestRefusedException">415: the body is something else.</exception>
    private static Encoding EncodingOf(HttpRequest request)
    {
        _ = ContentCodings.Of(request);
        var isText = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(TextType, StringComparison.OrdinalIgnoreCase);
        return (isText ? TextEncodings.Find(type!.Charset.Value) : null)
            ?? throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, Refusals.UnsupportedType, $"Send {TextType}; the charset is {TextEncodings.Names}.");
    }
}
