using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpsBoard.Board;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Screens;

/// <summary>
/// The pages and what they load. They read <see cref="IFrames"/>, <see cref="IPeriods"/>, <see cref="Roster"/>, <see cref="TimeProvider"/>,
/// <see cref="FreshnessLimits"/>, <see cref="DemoMode"/> and <see cref="ConfigurationWarnings"/>, which the host registers, and ask for the policy <c>view</c>.
/// </summary>
public static class ScreenRoutes
{
    private const string View = Access.Policies.View;

    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(static options => options.Cookie.Name = "forgery");
        services.AddSingleton<Assets>();
        services.TryAddSingleton(BuildIdentity.Current);
        services.TryAddSingleton(static all => new Printed(all.GetRequiredService<Roster>(), all.GetRequiredService<IOptions<FreshnessLimits>>().Value));
        return services;
    }

    /// <summary>Stands before authentication: its headers belong on refusals too.</summary>
    public static IApplicationBuilder UseScreens(this IApplicationBuilder app) => app.Use(ContentPolicy.Add);

    public static IEndpointRouteBuilder MapScreens(this IEndpointRouteBuilder app)
    {
        // The only form checks its own token, so the pages do not ask for a middleware that would.
        app.MapRazorComponents<App>().DisableAntiforgery().RequireAuthorization(View);
        app.MapPost(Language.Address, Language.Choose).DisableAntiforgery().RequireAuthorization(View).ExcludeFromDescription();
        app.MapGet("/version", static (HttpContext context, BuildIdentity build) => Version(context, build)).RequireAuthorization(View).ExcludeFromDescription();
        app.MapGet("/a/{id}/{**path}", static (HttpContext context, string id, string path, Assets assets) => assets.Send(context, id, path)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/css/am/{thousandths:int}.css", Assets.SendArcMinute).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static IResult Version(HttpContext context, BuildIdentity build)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { build = build.Id });
    }
}
