using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What a viewer chose on the page of a unit; all of it stands in its address, and what is unknown there falls back to the usual.</summary>
/// <param name="Metric">Of the chart over days and of the matrix.</param>
/// <param name="Range"><c>30d</c> or <c>12m</c>.</param>
/// <param name="Sort">A column of <see cref="ChildColumns"/>, with a minus in front for descending; null: the roster's order.</param>
/// <param name="Filter">One of <see cref="ChildColumns.Filters"/>.</param>
/// <param name="Row">The child whose row is open.</param>
public sealed record UnitChoice(Indicator Metric, string Range, string? Sort, string Filter, UnitPath? Row)
{
    public const string Days = "30d";
    public const string Months = "12m";

    public bool IsDescending => Sort is ['-', ..];

    public string? SortedBy => Sort?.TrimStart('-');

    public static UnitChoice Read(IQueryCollection query, IReadOnlyList<Indicator> metrics, Indicator usual)
    {
        var sort = query["sort"].ToString();
        var filter = query["filter"].ToString();
        return new(
            metrics.FirstOrDefault(metric => metric.Id == query["metric"]) ?? usual,
            query["range"] == Months ? Months : Days,
            sort.TrimStart('-') == ChildColumns.Unit || ChildColumns.Shown.Contains(sort.TrimStart('-'), StringComparer.Ordinal) ? sort : null,
            ChildColumns.Filters.Contains(filter, StringComparer.Ordinal) ? filter : ChildColumns.Filters[0],
            UnitPath.TryParse(query["row"], out var row) ? row : null);
    }

    /// <summary>What the next press of a column's header asks for: the largest first, then the other way round; names the other way about.</summary>
    public string NextSort(string column) => (SortedBy == column, IsDescending) switch
    {
        (true, true) => column,
        (true, false) => $"-{column}",
        _ => column == ChildColumns.Unit ? column : $"-{column}",
    };

    public string? AriaSort(string column) => SortedBy != column ? null : IsDescending ? "descending" : "ascending";

    /// <summary>As the end of an address, beginning with a question mark.</summary>
    public string ToQuery() =>
        $"?metric={Metric.Id}&range={Range}&filter={Filter}{(Sort is null ? "" : $"&sort={Sort}")}{(Row is { } row ? $"&row={row}" : "")}";
}
