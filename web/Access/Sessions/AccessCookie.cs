using System.Net;

namespace OpsBoard.Web.Access.Sessions;

/// <summary>
/// The cookies of people and walls. Over HTTPS their names begin with <c>__Host-</c>, which browsers hold to: secure, for this host and no other. Over
/// plain HTTP, which is for this machine only, they cannot.
/// </summary>
internal static class AccessCookie
{
    /// <summary>Says who is signed in, or which wall this is.</summary>
    public const string Session = "opsboard";

    /// <summary>Of a wall that shows a code and is not approved yet.</summary>
    public const string Pairing = "opsboard-pairing";

    public static string? Read(HttpRequest request, string cookie) => request.Cookies[NameOf(request, cookie)];

    public static void Write(HttpContext http, string cookie, Secret secret, TimeSpan keep) =>
        http.Response.Cookies.Append(NameOf(http.Request, cookie), secret.Text, OptionsFor(http.Request, keep));

    public static void Delete(HttpContext http, string cookie) => http.Response.Cookies.Delete(NameOf(http.Request, cookie), OptionsFor(http.Request, null));

    /// <summary>Whether a cookie may travel on this connection: encrypted, or without leaving this machine.</summary>
    public static bool MayTravel(HttpContext http) => http.Request.IsHttps || http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    private static string NameOf(HttpRequest request, string cookie) => request.IsHttps ? $"__Host-{cookie}" : cookie;

    // Lax, not strict: a link in a letter shall open the board, and not the sign-in.
    private static CookieOptions OptionsFor(HttpRequest request, TimeSpan? keep) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = keep,
        IsEssential = true,
    };
}
