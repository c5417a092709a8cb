namespace OpsBoard.Web.Fleet;

/// <summary>Whether a request comes from a page of this server: a cookie alone does not prove that.</summary>
internal static class SameOrigin
{
    /// <summary>By what browsers say and scripts cannot: <c>Sec-Fetch-Site</c>, and <c>Origin</c>, which a browser sends with every POST.</summary>
    public static bool IsProven(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        if (site.Length > 0 && site != "same-origin") return false;
        if (origin.Length > 0) return origin == $"{request.Scheme}://{request.Host}";
        return site == "same-origin";
    }
}
