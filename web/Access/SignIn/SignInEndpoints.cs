using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>Forms that sign somebody in and out and change his password. Each goes back to a page, which says what came of it.</summary>
internal static class SignInEndpoints
{
    public const string In = "/signin";
    public const string Check = "/signin/check";
    public const string Provider = "/signin/provider";
    public const string Out = "/signout";
    public const string Account = "/account";
    public const string Password = "/account/password";

    /// <summary>The sign-in that leads to an address of this server afterwards.</summary>
    public static string AddressFor(string back, SignInFault? fault = null) =>
        $"{In}?back={Uri.EscapeDataString(back)}{(fault is { } known ? $"&fault={known.ToString().ToLower(CultureInfo.InvariantCulture)}" : "")}";

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        // Each checks its own token, to answer with a page where it is too old.
        endpoints.MapPost(Check, SignIn).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(Provider, AskProvider).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(Out, SignOut).DisableAntiforgery().ForAll(Policies.Entered).ExcludeFromDescription();
        endpoints.MapPost(Password, ChangePassword).DisableAntiforgery().ForAll(Policies.Entered).ExcludeFromDescription();
    }

    /// <summary>Fields <c>name</c>, <c>password</c> and <c>back</c>.</summary>
    private static async Task<IResult> SignIn(HttpContext http, IAntiforgery antiforgery, SignInDesk desk, IOptions<StayOptions> stay)
    {
        if (!http.Request.HasFormContentType) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = LocalAddress.Or(form["back"], "/");
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.LocalRedirect(AddressFor(back, SignInFault.Again));
        if (!AccessCookie.MayTravel(http)) return Results.LocalRedirect(AddressFor(back, SignInFault.Https));
        var answer = desk.Try(form["name"].ToString().Trim(), form["password"].ToString(), NetworkAddress.Of(http), NetworkAddress.LimitKeyOf(http));
        if (answer.Secret is not { } secret) return Results.LocalRedirect(AddressFor(back, answer.Fault));
        AccessCookie.Write(http, AccessCookie.Session, secret, stay.Value.AtMost);
        return Results.LocalRedirect(back);
    }

    private static async Task<IResult> AskProvider(HttpContext http, IAntiforgery antiforgery, IOptions<OidcOptions> oidc)
    {
        if (!http.Request.HasFormContentType) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = LocalAddress.Or(form["back"], "/");
        if (!oidc.Value.IsOn) return Results.NotFound();
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.LocalRedirect(AddressFor(back, SignInFault.Again));
        return AccessCookie.MayTravel(http)
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [OidcDoor.Name])
            : Results.LocalRedirect(AddressFor(back, SignInFault.Https));
    }

    private static async Task<IResult> SignOut(HttpContext http, IAntiforgery antiforgery, SessionRegistry sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        if (SessionDoor.Of(http) is { } session) sessions.End(session);
        AccessCookie.Delete(http, AccessCookie.Session);
        return Results.LocalRedirect(In);
    }

    /// <summary>Fields <c>present</c>, <c>chosen</c> and <c>again</c>.</summary>
    private static async Task<IResult> ChangePassword(HttpContext http, IAntiforgery antiforgery, SignInDesk desk, IOptions<StayOptions> stay)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return AccountWith(SignInFault.Again);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (SessionDoor.Of(http) is not { IsWall: false } session) return Results.BadRequest();
        if (form["chosen"] != form["again"]) return AccountWith(SignInFault.NotTwice);
        try
        {
            var answer = desk.Change(session.Principal.Name, form["present"].ToString(), form["chosen"].ToString(), NetworkAddress.Of(http), NetworkAddress.LimitKeyOf(http));
            if (answer.Secret is not { } secret) return AccountWith(answer.Fault!.Value);
            AccessCookie.Write(http, AccessCookie.Session, secret, stay.Value.AtMost);
            return Results.LocalRedirect($"{Account}?done=1");
        }
        catch (PersonException)
        {
            return AccountWith(SignInFault.Password);
        }
    }

    private static IResult AccountWith(SignInFault fault) => Results.LocalRedirect($"{Account}?fault={fault.ToString().ToLower(CultureInfo.InvariantCulture)}");
}
