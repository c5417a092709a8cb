using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Intake;

/// <summary>The door for events: <c>POST /api/v1/events</c> in the three CloudEvents modes. What it takes is durable when it answers 200.</summary>
public static class IntakeEndpoints
{
    public const string Path = "/api/v1/events";

    /// <summary>Where past cases go, so that they do not hold up what happens now.</summary>
    public const string BackfillPath = $"{Path}?{Lanes.Parameter}={Lanes.Backfill}";

    /// <summary>Needs an <see cref="IJournal"/> and a roster from elsewhere.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<UnitsOptions>().BindConfiguration(UnitsOptions.Section);
        services.AddOptions<IntakeOptions>().BindConfiguration("Intake").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics().TryAddSingleton<OpsBoardMetrics>();
        services.AddSingleton<IntakeGates>().AddSingleton<IntakeDoor>().AddSingleton<SourceClocks>();
        services.AddScoped<Admission>();
        return services;
    }

    public static IEndpointConventionBuilder MapIntake(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Take).ForAll(Policies.Ingest).WithName("SendEvents");

    private static Task<IResult> Take(HttpContext http, IntakeDoor door, Admission admission, TimeProvider clock) =>
        door.Take(http, request => ReaderOf(request, clock, SourceClaim.Of(http)), (items, lane) => admission.Take(items, lane, SourceClaim.Of(http), http.RequestAborted));

    internal static BodyReader<Reading> ReaderOf(HttpRequest request, TimeProvider clock, SourceClaim? claim) => ContentModes.Of(request) switch
    {
        ContentMode.Batch => (body, charge) => Read(Charged(JsonBody.Items(body), charge), clock.GetUtcNow(), claim),
        ContentMode.Structured => (body, charge) => Read(Charged([JsonBody.OneItem(body)], charge), clock.GetUtcNow(), claim),
        // Anybody who saw the request could send it again with other attributes.
        ContentMode.Binary when claim is { IsSigned: true } => throw new RequestRefusedException(
            StatusCodes.Status415UnsupportedMediaType,
            Refusals.UnsupportedType,
            $"A signature covers the body and no ce- headers: send {ContentModes.BatchType} or {ContentModes.StructuredType}."),
        _ => (body, charge) =>
        {
            charge(1);
            return [Named(EventReader.Read(BinaryItem.Read(request.Headers, body), clock.GetUtcNow()), claim)];
        },
    };

    private static List<Reading> Read(List<ReadOnlyMemory<byte>> items, DateTimeOffset now, SourceClaim? claim) => items.ConvertAll(item => Named(EventReader.Read(item, now), claim));

    // An item in another's name is nobody's: neither is it counted, nor does its time say anything of that other's clock.
    private static Reading Named(Reading item, SourceClaim? claim) =>
        item.Told is { } told && claim?.RefusalOf(told.Source) is { } foreign ? new Reading(null, foreign, item.Id, item.Dropped) : item;

    internal static List<ReadOnlyMemory<byte>> Charged(List<ReadOnlyMemory<byte>> items, Action<int> charge)
    {
        charge(items.Count);
        return items;
    }
}
