using System.Globalization;
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
    private static async Task<IResult> Approve(HttpContext http, IAntiforgery antiforgery, PairingDesk desk)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Results.BadRequest();
        return Done(AdminPages.Devices, () => desk.Approve(Principal.Of(http.User)!, form["code"].ToString(), form["place"].ToString().Trim(), scope: null, number, http));
    }

    /// <summary>Fields <c>number</c> (of the wall) and <c>back</c>.</summary>
    private static async Task<IResult> Revoke(HttpContext http, IAntiforgery antiforgery, WallRegistry walls, AccessWatch watch)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Results.BadRequest();
        return Done(LocalAddress.Or(form["back"], AdminPages.Devices), () =>
        {
            walls.Revoke(Principal.Of(http.User)!, number);
            watch.Look();
        });
    }

    private static FileContentHttpResult Csv(HttpContext http, WallRegistry walls, Roster roster)
    {
        var words = http.Words();
        http.Response.Headers.CacheControl = "no-store";
        return CsvBody.Answer(AdminWords.For(words).PairedColumns, walls.All.Where(wall => Principal.Sees(http, wall.Scope)).Select(wall => DeviceRows.Cells(wall, words, roster)), "devices.csv");
    }

    private static IResult Done(string back, Action act)
    {
        try
        {
            act();
            return Results.LocalRedirect(back);
        }
        catch (WallException fault)
        {
            return Results.LocalRedirect($"{AdminPages.Devices}?fault={fault.Fault.ToString().ToLower(CultureInfo.InvariantCulture)}");
        }
    }
}
