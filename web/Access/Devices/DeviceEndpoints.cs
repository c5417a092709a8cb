using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Admin;

namespace OpsBoard.Web.Access.Devices;

/// <summary>The forms and the table of the page of walls.</summary>
internal static class DeviceEndpoints
{
    public const string Approving = $"{AdminPages.Devices}/approve";
    public const string Revoking = $"{AdminPages.Devices}/revoke";

    public static void MapDevices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Approving, Approve).DisableAntiforgery().ForAll(Policies.Fleet).ExcludeFromDescription();
        endpoints.MapPost(Revoking, Revoke).DisableAntiforgery().ForAll(Policies.Fleet).ExcludeFromDescription();
        endpoints.MapGet($"{AdminPages.Devices}.csv", Csv).ForAll(Policies.Fleet).ExcludeFromDescription();
    }

    /// <summary>Fields <c>number</c> (of the request that was looked at), <c>code</c> and <c>place</c>.</summary>
    private static Task<IResult> Approve(HttpContext http, IAntiforgery antiforgery, PairingDesk desk) => AdminForm.Do(http, antiforgery, AdminPages.Devices, form =>
    {
        if (!form.TryNumber("number", out var number)) return Results.BadRequest();
        desk.Approve(Principal.Of(http.User)!, form["code"].ToString(), form["place"].ToString().Trim(), scope: null, number, http);
        return null;
    });

    /// <summary>Fields <c>number</c> (of the wall) and <c>back</c>.</summary>
    private static Task<IResult> Revoke(HttpContext http, IAntiforgery antiforgery, WallRegistry walls, AccessWatch watch) => AdminForm.Do(http, antiforgery, AdminPages.Devices, form =>
    {
        if (!form.TryNumber("number", out var number)) return Results.BadRequest();
        walls.Revoke(Principal.Of(http.User)!, number);
        watch.Look();
        return Results.LocalRedirect(LocalAddress.Or(form["back"], AdminPages.Devices));
    });

    private static FileContentHttpResult Csv(HttpContext http, WallRegistry walls, Roster roster)
    {
        var words = http.Words();
        http.Response.Headers.CacheControl = "no-store";
        return CsvBody.Answer(AdminWords.For(words).PairedColumns, walls.All.Where(wall => Principal.Sees(http, wall.Scope)).Select(wall => DeviceRows.Cells(wall, words, roster)), "devices.csv");
    }
}
