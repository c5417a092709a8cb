using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sources;
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
        routes.MapPost(Path, Take).ForAll(Policies.Ingest).WithName("DeclareMilestones");
        routes.MapGet(Path, Tell).ForScopeInQuery(Policies.View).WithName("ReadMilestones");
    }

    private static Task<IResult> Take(HttpContext http, IntakeDoor door, MilestoneAdmission admission, TimeProvider clock) =>
        door.Take(http, request => ReaderOf(request, clock), (items, _) => admission.Take(items, SourceClaim.Of(http), http.RequestAborted));

    private static BodyReader<MilestoneReading> ReaderOf(HttpRequest request, TimeProvider clock)
    {
        ContentModes.RequireJson(request);
        return (body, charge) => IntakeEndpoints.Charged(Intake.JsonBody.ItemsOrOne(body), charge).ConvertAll(item => MilestoneReader.Read(item, clock));
    }

    private static async Task<IResult> Tell(string? scope, string? format, HttpContext http, IDeclarations declarations, CancellationToken cancellation)
    {
        var unit = Principal.ScopeOf(http);
        if (scope is not null)
        {
            if (!UnitPath.TryParse(scope, out var path, out var fault)) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown scope", fault);
            unit = path;
        }

        var histories = MilestoneHistory.Of(await declarations.ReadMilestones(unit, cancellation));
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(MilestoneFormat.Header, MilestoneFormat.Rows(histories), "milestones.csv")
            : TypedResults.Bytes(MilestoneFormat.Write(unit, histories), "application/json; charset=utf-8");
    }
}
