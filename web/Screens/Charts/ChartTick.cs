namespace OpsBoard.Web.Screens.Charts;

/// <summary>A mark of the y axis with its printed text.</summary>
public readonly record struct ChartTick(double At, string Text);
