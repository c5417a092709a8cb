using OpsBoard.Supervision;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// The door for events of the ledger: <c>POST /api/v1/supervision/events</c> takes one CloudEvent or an array of up to 1,000 and answers like the intake.
/// </summary>
internal static class TaskEventEndpoint
{
    public const string Path = $"{LedgerEndpoint.Path}/events";

    public static Task<IResult> Take(HttpContext http, IntakeDoor door, TaskAdmission admission, TimeProvider clock) =>
        door.Take(http, request => ReaderOf(request, clock), (items, _) => admission.Take(items, SourceClaim.Of(http), http.RequestAborted));

    private static BodyReader<TaskReading> ReaderOf(HttpRequest request, TimeProvider clock) => ContentModes.Of(request) switch
    {
        ContentMode.Batch => (body, charge) => IntakeEndpoints.Charged(JsonBody.Items(body), charge).ConvertAll(item => TaskReader.Read(item, clock)),
        ContentMode.Structured => (body, charge) => IntakeEndpoints.Charged([JsonBody.OneItem(body)], charge).ConvertAll(item => TaskReader.Read(item, clock)),
        _ => throw new RequestRefusedException(
            StatusCodes.Status415UnsupportedMediaType, Refusals.UnsupportedType, $"Events of the ledger are sent as {ContentModes.BatchType} or {ContentModes.StructuredType}."),
    };
}
