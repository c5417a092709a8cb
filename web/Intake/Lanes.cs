using OpsBoard.Journal;

namespace OpsBoard.Web.Intake;

/// <summary>Reads the lane from the address of a request: <c>?lane=backfill</c>, or live where nothing is said.</summary>
internal static class Lanes
{
    public const string Parameter = "lane";
    public const string Backfill = "backfill";

    /// <exception cref="RequestRefusedException">400: there is no such lane. A misspelt one must not go live unnoticed.</exception>
    public static Lane Of(HttpRequest request) => request.Query[Parameter] switch
    {
        [] or ["live"] => Lane.Live,
        [Backfill] => Lane.Backfill,
        _ => throw new RequestRefusedException(StatusCodes.Status400BadRequest, Refusals.UnknownLane, $"{Parameter} is live, which need not be said, or {Backfill}."),
    };
}
