namespace OpsBoard.Web.Screens.Charts;

/// <summary>A text of an axis and the place of what it names.</summary>
internal readonly record struct ChartLabel(double Place, string Text);
