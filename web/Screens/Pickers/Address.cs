using Microsoft.AspNetCore.WebUtilities;

namespace OpsBoard.Web.Screens.Pickers;

/// <summary>Addresses of lists: everything that is chosen stands in the query, and what is not chosen does not.</summary>
internal static class Address
{
    public static string Of(string path, params IEnumerable<KeyValuePair<string, string?>> query) => QueryHelpers.AddQueryString(path, query);

    public static KeyValuePair<string, string?> With(string name, string? value) => KeyValuePair.Create(name, value);

    /// <summary>The only value of the name; null when it is absent, empty or there are several.</summary>
    public static string? Asked(this HttpContext context, string name) => context.Request.Query[name] is [{ Length: > 0 } text] ? text : null;
}
