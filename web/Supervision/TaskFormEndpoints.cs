using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Web.Access;
using OpsBoard.Web.Screens.Pickers;
using OpsBoard.Web.Screens.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>The forms of the page of supervision. What is refused leads back to the page, which says why.</summary>
internal static class TaskFormEndpoints
{
    public const string Registering = "/supervision/register";
    public const string Amending = "/supervision/amend";
    public const string Acting = "/supervision/act";

    /// <summary>The fields of <see cref="TaskDraft"/>; a refused form is shown again with what was typed.</summary>
    public static async Task<IResult> Register(string? scope, HttpContext http, IAntiforgery antiforgery, TaskDesk desk)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var draft = TaskDraft.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        try
        {
            var (answer, rejection) = await desk.Register(Principal.Of(http.User)!, draft);
            if (rejection is null && answer is { Verdict: Verdict.Accepted }) return Back(scope, $"{draft["ledger"]}#{draft["task"]}", "accepted");
            return Again(scope, draft, rejection ?? new Rejection(answer!.Rule ?? "conflict", ""));
        }
        catch (JournalUnavailableException)
        {
            return Again(scope, draft, new Rejection("unavailable", ""));
        }
    }

    /// <summary>Field <c>entry</c> (UNIT#ID), <c>version</c> (that was seen), and those of <see cref="TaskDraft"/>; a refused form is shown again with what was typed.</summary>
    public static async Task<IResult> Amend(string? scope, HttpContext http, IAntiforgery antiforgery, TaskDesk desk)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!TaskId.TryParse(form["entry"], out var task) || !form.TryNumber("version", out var version)) return Results.BadRequest();
        var draft = TaskDraft.Of(form);
        try
        {
            var (answer, rejection) = await desk.Amend(Principal.Of(http.User)!, task, draft, version);
            if (rejection is null && answer is { Verdict: Verdict.Accepted }) return Back(scope, $"{task}", "accepted");
            var refusal = rejection ?? new Rejection(answer!.Rule ?? "conflict", "");
            // Who may not say it is shown the entry, and no form.
            return refusal.Reason == Reasons.NotYours ? Back(scope, $"{task}", refusal.Reason) : Again(scope, draft, refusal, task);
        }
        catch (JournalUnavailableException)
        {
            return Again(scope, draft, new Rejection("unavailable", ""), task);
        }
    }

    /// <summary>Fields <c>task</c> (UNIT#ID), <c>act</c>, <c>version</c> (that was seen), and what the act says: <c>note</c>, <c>step</c>, <c>value</c>, <c>qualifier</c>, <c>week</c>.</summary>
    public static async Task<IResult> Act(string? scope, HttpContext http, IAntiforgery antiforgery, TaskDesk desk)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!TaskId.TryParse(form["task"], out var task) || TaskActs.Parse(form["act"]) is not { } act || !form.TryNumber("version", out var version)) return Results.BadRequest();
        try
        {
            var (answer, rejection) = await desk.Act(Principal.Of(http.User)!, task, act, form, version);
            return Back(scope, $"{task}", rejection?.Reason ?? (answer!.Verdict switch
            {
                Verdict.Accepted => "accepted",
                Verdict.Conflict => "conflict",
                _ => answer.Rule!,
            }));
        }
        catch (JournalUnavailableException)
        {
            return Back(scope, $"{task}", "unavailable");
        }
    }

    private static RazorComponentResult<SupervisionScreen> Again(string? scope, TaskDraft draft, Rejection refusal, TaskId? amended = null) => new(
        new Dictionary<string, object?> { [nameof(SupervisionScreen.Asked)] = scope, [nameof(SupervisionScreen.Draft)] = draft, [nameof(SupervisionScreen.Refusal)] = refusal, [nameof(SupervisionScreen.Amended)] = amended })
    {
        StatusCode = refusal.Reason == "conflict" ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
    };

    private static IResult Back(string? scope, string task, string said) =>
        Results.LocalRedirect(Address.Of(LocalAddress.Or($"/supervision/{scope}", "/"), Address.With("task", task), Address.With("said", said)));
}
