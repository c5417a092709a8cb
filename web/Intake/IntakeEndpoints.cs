using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Intake;

/// <summary>The door for events: <c>POST /api/v1/events</c> in the three CloudEvents modes. What it takes is durable when it answers 200.</summary>
public static class IntakeEndpoints
{
    public const string Path = "/api/v1/events";

    /// <summary>Needs an <see cref="IJournal"/> and a roster from elsewhere.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<UnitsOptions>().BindConfiguration(UnitsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Admission>();
        return services;
    }

    public static IEndpointConventionBuilder MapIntake(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Take).RequireAuthorization(Policies.Ingest).WithName("SendEvents");

    /// <summary>What a door answers: that of the items, or the problem of the request as a whole.</summary>
    internal static async Task<IResult> Answer(HttpContext context, Func<Task<IntakeAnswer>> take)
    {
        try
        {
            return TypedResults.Json(await take(), IntakeAnswer.Json);
        }
        catch (RequestRefusedException refusal)
        {
            return refusal.ToResult();
        }
        catch (JournalUnavailableException)
        {
            context.Response.Headers.RetryAfter = RetryAfter();
            return new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "The journal takes nothing at present; nothing of the request was stored. Send the same again later.").ToResult();
        }
    }

    private static Task<IResult> Take(HttpContext context, Admission admission, TimeProvider clock) => Answer(
        context,
        async () => await admission.Take(await Read(context.Request, clock, context.RequestAborted), context.RequestAborted));

    private static async Task<List<Reading>> Read(HttpRequest request, TimeProvider clock, CancellationToken cancellation)
    {
        var mode = ContentModes.Of(request);
        using var body = await RequestBody.Read(request, cancellation);
        return mode switch
        {
            ContentMode.Batch => JsonBody.Items(body.Bytes).ConvertAll(item => EventReader.Read(item, clock)),
            ContentMode.Structured => [EventReader.Read(JsonBody.OneItem(body.Bytes), clock)],
            _ => [EventReader.Read(BinaryItem.Read(request.Headers, body.Bytes), clock)],
        };
    }

    // 1 to 4 seconds: senders that were refused together shall not come back together.
    private static string RetryAfter() => RandomNumberGenerator.GetInt32(1, 5).ToString(CultureInfo.InvariantCulture);
}
