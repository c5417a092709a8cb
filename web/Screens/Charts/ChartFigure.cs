namespace OpsBoard.Web.Screens.Charts;

/// <summary>What a chart draws. Every text is already printed in the viewer's language; neither the server's SVG nor the library formats a number.</summary>
/// <param name="Id">Of the node on the page; letters, digits and hyphens.</param>
/// <param name="Summary">One sentence that says what there is to see.</param>
/// <param name="Across">The places along the x axis, in order; at most 600.</param>
/// <param name="Series">Each with one point for each place.</param>
/// <param name="AcrossName">What stands along the x axis, with its unit; the first column of the table.</param>
/// <param name="UpName">What is measured, with its unit.</param>
public sealed record ChartFigure(
    string Id,
    ChartKind Kind,
    string Title,
    string Summary,
    string AcrossName,
    string UpName,
    IReadOnlyList<string> Across,
    IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Where the y axis is marked, from below; empty: at its two ends, by the texts of the points there.</summary>
    public IReadOnlyList<ChartTick> Ticks { get; init; } = [];

    /// <summary>Of the indicator that is drawn; null for plain counts.</summary>
    public int? DefinitionVersion { get; init; }
}
