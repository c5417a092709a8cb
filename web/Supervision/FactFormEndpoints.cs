using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Web.Access;
using OpsBoard.Web.Screens.Pickers;
using OpsBoard.Web.Screens.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>The forms for duties and surveys, with the fields of <see cref="FactDraft"/>. A refused one is shown again with what was typed.</summary>
internal static class FactFormEndpoints
{
    public const string Duty = "/supervision/duty";
    public const string Survey = "/supervision/survey";
    public const string Withdrawing = "/supervision/withdraw";

    public static Task<IResult> TellDuty(string? scope, HttpContext http, IAntiforgery antiforgery, TaskDesk desk) => Tell(scope, TaskFamily.Duty, TaskAct.Done, http, antiforgery, desk);

    public static Task<IResult> TellSurvey(string? scope, HttpContext http, IAntiforgery antiforgery, TaskDesk desk) => Tell(scope, TaskFamily.Survey, TaskAct.Published, http, antiforgery, desk);

    /// <summary>Field <c>survey</c> or <c>duty</c> says of what; the document and its day, which of them.</summary>
    public static async Task<IResult> Withdraw(string? scope, HttpContext http, IAntiforgery antiforgery, TaskDesk desk)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var family = (await http.Request.ReadFormAsync(http.RequestAborted)).ContainsKey(TaskFamilies.WordOf(TaskFamily.Survey)) ? TaskFamily.Survey : TaskFamily.Duty;
        return await Tell(scope, family, TaskAct.Withdrawn, http, antiforgery, desk);
    }

    private static async Task<IResult> Tell(string? scope, TaskFamily family, TaskAct act, HttpContext http, IAntiforgery antiforgery, TaskDesk desk)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var draft = FactDraft.Of(family, await http.Request.ReadFormAsync(http.RequestAborted));
        try
        {
            return await desk.Tell(Principal.Of(http.User)!, draft, act) is { } refusal ? Again(scope, draft, refusal) : Back(scope, family);
        }
        catch (JournalUnavailableException)
        {
            return Again(scope, draft, new Rejection("unavailable", ""));
        }
    }

    private static RazorComponentResult<SupervisionScreen> Again(string? scope, FactDraft draft, Rejection refusal) => new(
        new Dictionary<string, object?> { [nameof(SupervisionScreen.Asked)] = scope, [nameof(SupervisionScreen.Fact)] = draft, [nameof(SupervisionScreen.Refusal)] = refusal })
    {
        StatusCode = StatusCodes.Status400BadRequest,
    };

    private static IResult Back(string? scope, TaskFamily family) =>
        Results.LocalRedirect(Address.Of(LocalAddress.Or($"/supervision/{scope}", "/"), Address.With("part", SupervisionParts.Of(family)), Address.With("said", "accepted")));
}
