using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Access.SignIn;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Access.Sessions;

internal static class SessionServices
{
    /// <summary>People, walls, and how they come in.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddOptions<StayOptions>().BindConfiguration("Access:Stay").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PersonRegistry>().AddSingleton<WallRegistry>().AddSingleton<SessionRegistry>();
        services.AddSingleton<SignInDesk>().AddSingleton<PairingDesk>();
        return services.AddOidcDoor();
    }

    public static void MapSessions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSignIn();
        endpoints.MapDevices();
        endpoints.MapPeople();
        endpoints.MapSources();
        endpoints.MapAudit();
        // Its origin is checked as that of every POST; it has no form and so no token.
        endpoints.MapPost(PairingEndpoint.Address, PairingEndpoint.Ask).DisableAntiforgery().AllowAnonymous();
        // A socket that is refused does not say why: this is what a screen asks then.
        endpoints.MapGet("/api/v1/self", MaySee).ForScopeInQuery(Policies.Board);
    }

    /// <summary><c>GET /api/v1/self?scope=</c>: 200 when whoever asks may see the scope's board; otherwise 401 or 403.</summary>
    private static FileContentHttpResult MaySee(HttpContext http, string? scope)
    {
        http.Response.Headers.CacheControl = "no-store";
        return UnitEndpoint.Json(JsonBody.Write(json =>
        {
            if (scope is null) json.WriteNull("scope");
            else json.WriteString("scope", scope);
        }));
    }
}
