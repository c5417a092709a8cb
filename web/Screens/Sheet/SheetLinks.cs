using Microsoft.AspNetCore.Http.Extensions;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>Addresses of the sheets of one page: the page's own, with the number in the query and everything else of it kept.</summary>
public sealed class SheetLinks(HttpRequest request)
{
    private static readonly string[] Own = ["figure", "events", "part", "skip", "recount", "format"];

    private readonly string _path = request.Path.ToUriComponent();

    private readonly List<KeyValuePair<string, string>> _kept =
        [.. request.Query.Where(static pair => !Own.Contains(pair.Key, StringComparer.Ordinal)).SelectMany(static pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))];

    /// <summary>The page without any sheet.</summary>
    public string Closed => _path + new QueryBuilder(_kept);

    /// <returns>Null where nothing is known of the figure: it is no number.</returns>
    public string? To(UnitPath unit, string figure) => FigureFacts.Find(figure) is null ? null : To(new SheetKey(unit, figure));

    public string To(SheetKey key) => _path + new QueryBuilder(_kept) { { "figure", key.ToString() } };

    /// <summary>The events of a number, on the page of its unit.</summary>
    public static string Events(SheetKey key, bool denominator = false, int skip = 0, bool recount = false)
    {
        var query = new QueryBuilder { { "figure", key.ToString() }, { "events", "1" } };
        if (denominator) query.Add("part", "denominator");
        if (skip > 0) query.Add("skip", $"{skip}");
        if (recount) query.Add("recount", "1");
        return $"/units/{key.Unit}{query}";
    }
}
