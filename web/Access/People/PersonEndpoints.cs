using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Admin;

namespace OpsBoard.Web.Access.People;

/// <summary>The forms and the table of the page of people. An initial password is shown in the answer to its own form, and nowhere again.</summary>
internal static class PersonEndpoints
{
    public const string Adding = $"{AdminPages.People}/add";
    public const string Changing = $"{AdminPages.People}/change";
    public const string Resetting = $"{AdminPages.People}/password";
    public const string Ending = $"{AdminPages.People}/end";

    public static void MapPeople(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Adding, Add).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapPost(Changing, Change).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapPost(Resetting, Reset).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapPost(Ending, End).DisableAntiforgery().ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapGet($"{AdminPages.People}.csv", Csv).ForAll(Policies.Administer).ExcludeFromDescription();
    }

    /// <summary>Fields <c>name</c>, <c>role</c>, <c>scope</c>, <c>issuer</c> and <c>subject</c>.</summary>
    private static Task<IResult> Add(HttpContext http, IAntiforgery antiforgery, PersonRegistry people, AccessWatch watch) => Do(http, antiforgery, watch, form =>
    {
        var (name, issuer, subject) = (form["name"].ToString().Trim(), form["issuer"].ToString().Trim(), form["subject"].ToString().Trim());
        var password = people.Add(ActorOf(http), name, RoleIn(form), ScopeIn(form), issuer.Length + subject.Length == 0 ? null : new Identity(issuer, subject));
        return password is null ? null : new InitialPassword(name, password);
    });

    /// <summary>Fields <c>name</c>, <c>role</c> and <c>scope</c>.</summary>
    private static Task<IResult> Change(HttpContext http, IAntiforgery antiforgery, PersonRegistry people, AccessWatch watch) => Do(http, antiforgery, watch, form =>
    {
        people.Change(ActorOf(http), form["name"].ToString(), RoleIn(form), ScopeIn(form));
        return null;
    });

    private static Task<IResult> Reset(HttpContext http, IAntiforgery antiforgery, PersonRegistry people, AccessWatch watch) =>
        Do(http, antiforgery, watch, form => new InitialPassword(form["name"].ToString(), people.Reset(ActorOf(http), form["name"].ToString())));

    private static Task<IResult> End(HttpContext http, IAntiforgery antiforgery, PersonRegistry people, AccessWatch watch) => Do(http, antiforgery, watch, form =>
    {
        people.End(ActorOf(http), form["name"].ToString());
        return null;
    });

    private static FileContentHttpResult Csv(HttpContext http, PersonRegistry people, Roster roster)
    {
        var words = http.Words();
        http.Response.Headers.CacheControl = "no-store";
        return CsvBody.Answer(AdminWords.For(words).PeopleColumns, people.All.Select(person => PersonRows.Cells(person, words, roster)), "people.csv");
    }

    private static Task<IResult> Do(HttpContext http, IAntiforgery antiforgery, AccessWatch watch, Func<IFormCollection, InitialPassword?> act) => AdminForm.Do(http, antiforgery, AdminPages.People, form =>
    {
        var password = act(form);
        watch.Look();
        return password is null ? null : new RazorComponentResult<PeopleScreen>(new { Told = password });
    });

    private static string ActorOf(HttpContext http) => Principal.Of(http.User)!.Id;

    private static Role RoleIn(IFormCollection form) =>
        Enum.TryParse<Role>(form["role"], out var role) && Enum.GetName(role) == form["role"] ? role : throw new PersonException(PersonFault.Role, "There is no such role.");

    private static UnitPath? ScopeIn(IFormCollection form)
    {
        var text = form["scope"].ToString().Trim();
        if (text.Length == 0) return null;
        return UnitPath.TryParse(text, out var scope) ? scope : throw new PersonException(PersonFault.Scope, "A scope is a unit path.");
    }
}
