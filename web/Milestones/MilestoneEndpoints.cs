using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Milestones;

/// <summary>
/// The door for declared milestones: <c>POST /api/v1/milestones</c> takes one object or an array of up to 1,000 and answers like the
/// intake; <c>GET /api/v1/milestones?scope=</c> tells what holds and what it replaced, as JSON or as CSV.
/// </summary>
public static class MilestoneEndpoints
{
    public const string Path = "/api/v1/milestones";

    /// <summary>Needs an <see cref="IDeclarations"/> and a roster from elsewhere.</summary>
    public static IServiceCollection AddMilestones(this IServiceCollection services) => services.AddScoped<MilestoneAdmission>();

    public static void MapMilestones(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, Take).RequireAuthorization(Policies.Ingest).WithName("DeclareMilestones");
        routes.MapGet(Path, Tell).RequireAuthorization(Policies.View).WithName("ReadMilestones");
    }

    private static Task<IResult> Take(HttpContext context, MilestoneAdmission admission, TimeProvider clock) => IntakeEndpoints.Answer(
        context,
        async () => await admission.Take(await Read(context.Request, clock, context.RequestAborted), context.RequestAborted));

    private static async Task<List<MilestoneReading>> Read(HttpRequest request, TimeProvider clock, CancellationToken cancellation)
    {
        ContentModes.RequireJson(request);
        using var body = await RequestBody.Read(request, cancellation);
        return Intake.JsonBody.ItemsOrOne(body.Bytes).ConvertAll(item => MilestoneReader.Read(item, clock));
    }

    private static async Task<IResult> Tell(string? scope, string? format, HttpRequest request, IDeclarations declarations, CancellationToken cancellation)
    {
        UnitPath? unit = null;
        if (scope is not null)
        {
            if (!UnitPath.TryParse(scope, out var path, out var fault)) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown scope", fault);
            unit = path;
        }

        var histories = MilestoneHistory.Of(await declarations.ReadMilestones(unit, cancellation));
        return CsvBody.IsWanted(request, format)
            ? CsvBody.Answer(MilestoneFormat.Header, MilestoneFormat.Rows(histories), "milestones.csv")
            : TypedResults.Bytes(MilestoneFormat.Write(unit, histories), "application/json; charset=utf-8");
    }
}
