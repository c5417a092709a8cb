using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpsBoard.Board;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Run;
using OpsBoard.Web.Screens.Units;
using OpsBoard.Web.Screens.Pickers;
using OpsBoard.Web.Screens.Sheet;
using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Screens;

/// <summary>
/// The pages and what they load. They read <see cref="IFrames"/>, <see cref="IPeriods"/>, <see cref="Roster"/>, <see cref="TimeProvider"/>,
/// <see cref="FreshnessLimits"/>, <see cref="DemoMode"/> and <see cref="ConfigurationWarnings"/>, which the host registers, and each names its policy and the place of its scope.
/// </summary>
public static class ScreenRoutes
{
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese stands in the pages as it is: as entities it would take three times the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(static options => options.Cookie.Name = "forgery");
        services.AddSingleton<Assets>();
        services.AddUnitPage();
        services.AddSingleton<SheetReader>();
        services.AddSingleton<UsualIndicator>();
        services.TryAddSingleton(BuildIdentity.Current);
        services.TryAddSingleton(static all => new Printed(all.GetRequiredService<Roster>(), all.GetRequiredService<IOptions<FreshnessLimits>>().Value, all.GetRequiredService<IndicatorBodies>(), all.GetRequiredService<LedgerBoard>().Of));
        return services;
    }

    /// <summary>Stands before authentication: its headers belong on refusals too.</summary>
    public static IApplicationBuilder UseScreens(this IApplicationBuilder app) => app.Use(ContentPolicy.Add);

    public static IEndpointRouteBuilder MapScreens(this IEndpointRouteBuilder app)
    {
        // The forms check their own tokens, so the pages do not ask for a middleware that would.
        app.MapRazorComponents<App>().DisableAntiforgery();
        app.MapUnitTables();
        app.MapPost(TextSize.Address, TextSize.Choose).DisableAntiforgery().ForAll(Policies.Entered).ExcludeFromDescription();
        app.MapPost(Language.Address, Language.Choose).DisableAntiforgery().ForAll(Policies.Entered).ExcludeFromDescription();
        app.MapGet("/version", static (HttpContext context, BuildIdentity build) => Version(context, build)).ForAll(Policies.Entered).ExcludeFromDescription();
        app.MapGet("/a/{id}/{**path}", static (HttpContext context, string id, string path, Assets assets) => assets.Send(context, id, path)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/css/am/{thousandths:int}.css", Assets.SendArcMinute).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/css/margin/{thousandths:int}.css", Assets.SendOverscan).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static IResult Version(HttpContext context, BuildIdentity build)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { build = build.Id });
    }
}
