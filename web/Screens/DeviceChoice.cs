using Microsoft.AspNetCore.Antiforgery;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Screens;

/// <summary>What a viewer chooses by a form, without script, and this device keeps in a cookie for a year.</summary>
internal static class DeviceChoice
{
    /// <summary>Form post with antiforgery; the field <c>back</c> leads to local addresses only.</summary>
    /// <param name="chosen">The cookie's value; whatever the form says, it is one of those that the page offers.</param>
    public static async Task<IResult> Keep(HttpContext context, IAntiforgery antiforgery, string cookie, Func<IFormCollection, string> chosen)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        context.Response.Cookies.Append(cookie, chosen(form), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return Results.LocalRedirect(LocalAddress.Or(form["back"], "/"));
    }

    /// <summary>Where a form on this page leads back to.</summary>
    public static string Here(this HttpContext context) => context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
}
