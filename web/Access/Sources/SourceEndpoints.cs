using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Admin;

namespace OpsBoard.Web.Access.Sources;

/// <summary>The forms and the table of the page of sources. A secret is shown in the answer to its own form, and nowhere again.</summary>
internal static class SourceEndpoints
{
    public const string Adding = $"{AdminPages.Sources}/add";
    public const string Changing = $"{AdminPages.Sources}/change";
    public const string Rotating = $"{AdminPages.Sources}/rotate";
    public const string Revoking = $"{AdminPages.Sources}/revoke";

    private static readonly TimeSpan PilotFor = TimeSpan.FromDays(SourceCommand.PilotDays);

    public static void MapSources(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Adding, Add).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapPost(Changing, Change).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapPost(Rotating, Rotate).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapPost(Revoking, Revoke).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapGet($"{AdminPages.Sources}.csv", Csv).ForAll(Policies.Administer).ExcludeFromDescription();
    }

    /// <summary>Fields <c>name</c>, <c>units</c> (paths, by spaces or lines), <c>rate</c> (may be empty) and <c>kind</c>.</summary>
    private static Task<IResult> Add(HttpContext http, IAntiforgery antiforgery, SourceBook book, Roster roster, AccessWatch watch) => Do(http, antiforgery, watch, form =>
    {
        var (name, kind) = (form["name"].ToString().Trim(), KindIn(form));
        var issued = book.Add(ActorOf(http), new RegisteredSource(name, SourceUnits.Of(PathsIn(form), roster), RateIn(form)), kind, kind == KeyKind.Bearer ? PilotFor : null);
        return new ToldSecret(name, issued);
    });

    /// <summary>Fields <c>name</c>, <c>units</c> and <c>rate</c>; an empty rate leaves it as it was.</summary>
    private static Task<IResult> Change(HttpContext http, IAntiforgery antiforgery, SourceBook book, Roster roster, AccessWatch watch) => Do(http, antiforgery, watch, form =>
    {
        book.Change(ActorOf(http), form["name"].ToString(), SourceUnits.Of(PathsIn(form), roster), RateIn(form));
        return null;
    });

    /// <summary>Fields <c>name</c> and <c>kind</c>.</summary>
    private static Task<IResult> Rotate(HttpContext http, IAntiforgery antiforgery, SourceBook book, AccessWatch watch) =>
        Do(http, antiforgery, watch, form => new ToldSecret(form["name"].ToString(), book.Rotate(ActorOf(http), form["name"].ToString(), KindIn(form), PilotFor)));

    /// <summary>Fields <c>name</c> and <c>key</c>; an empty key: all that are active.</summary>
    private static Task<IResult> Revoke(HttpContext http, IAntiforgery antiforgery, SourceBook book, AccessWatch watch) => Do(http, antiforgery, watch, form =>
    {
        long? key = null;
        if (form["key"].ToString().Length > 0) key = form.TryNumber("key", out var number) ? number : throw new SourceException(SourceFault.Key, "A key is a number.");
        book.Revoke(ActorOf(http), form["name"].ToString(), key);
        return null;
    });

    private static async Task<FileContentHttpResult> Csv(HttpContext http, SourceBook book, IEventSources sources, TimeProvider clock)
    {
        var (words, sent) = (http.Words(), await sources.ReadSources(http.RequestAborted));
        return CsvBody.Answer(AdminSourcesWords.For(words).Columns, book.List().Select(listed => SourceRows.Cells(listed, sent, words, clock.GetUtcNow())), "sources.csv");
    }

    private static Task<IResult> Do(HttpContext http, IAntiforgery antiforgery, AccessWatch watch, Func<IFormCollection, ToldSecret?> act) => AdminForm.Do(http, antiforgery, AdminPages.Sources, form =>
    {
        var told = act(form);
        watch.Look();
        return told is null ? null : new RazorComponentResult<AdminSourcesScreen>(new { Told = told });
    });

    private static string ActorOf(HttpContext http) => Principal.Of(http.User)!.Id;

    private static string[] PathsIn(IFormCollection form) => form["units"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static KeyKind KindIn(IFormCollection form) => form["kind"] == nameof(KeyKind.Bearer) ? KeyKind.Bearer : KeyKind.Signing;

    private static int? RateIn(IFormCollection form)
    {
        if (form["rate"].ToString().Length == 0) return null;
        return form.TryNumber("rate", out var rate) && RegisteredSource.IsRate(rate) ? (int)rate : throw new SourceException(SourceFault.Rate, RegisteredSource.RateRule);
    }
}
