using Microsoft.AspNetCore.Antiforgery;

namespace OpsBoard.Web.Screens;

/// <summary>The viewer's language: Chinese unless the cookie <c>lang</c> says <c>en</c>.</summary>
internal static class Language
{
    public const string Address = "/language";

    private const string Cookie = "lang";

    public static Words Words(this HttpContext context) => context.Request.Cookies[Cookie] == "en" ? Screens.Words.En : Screens.Words.Zh;

    /// <summary>The form's field <c>lang</c>.</summary>
    public static Task<IResult> Choose(HttpContext context, IAntiforgery antiforgery) => DeviceChoice.Keep(
        context, antiforgery, Cookie, static form => (form["lang"] == "en" ? Screens.Words.En : Screens.Words.Zh).Language);
}
