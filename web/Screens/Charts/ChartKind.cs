namespace OpsBoard.Web.Screens.Charts;

public enum ChartKind
{
    /// <summary>Bars beside each other: a histogram over bins that the server counted, or values by unit.</summary>
    Bars,

    /// <summary>A line over time; a series may be marked as a target, which is drawn as a straight rule.</summary>
    Lines,

    /// <summary>Each series is a row, each place a column: colour and printed text in each field.</summary>
    Matrix,
}
