using Microsoft.AspNetCore.Antiforgery;

namespace OpsBoard.Web.Screens;

/// <summary>The viewer's language: Chinese unless the cookie <c>lang</c> says <c>en</c>.</summary>
internal static class Language
{
    public const string Address = "/language";

    private const string Cookie = "lang";

    public static Words Words(this HttpContext context) => context.Request.Cookies[Cookie] == "en" ? Screens.Words.En : Screens.Words.Zh;

    /// <summary>Form post with antiforgery: fields <c>lang</c> and <c>back</c>, which leads to local addresses only.</summary>
    public static async Task<IResult> Choose(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = form["lang"] == "en" ? Screens.Words.En : Screens.Words.Zh;
        context.Response.Cookies.Append(Cookie, chosen.Language, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return Results.LocalRedirect(LocalOr(form["back"].ToString(), "/"));
    }

    private static string LocalOr(string address, string other)
    {
        var isLocal = address is ['/'] || (address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl));
        return isLocal ? address : other;
    }
}
