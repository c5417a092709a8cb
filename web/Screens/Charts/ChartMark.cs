namespace OpsBoard.Web.Screens.Charts;

/// <summary>A point that is drawn by itself, with what it says.</summary>
internal sealed record ChartMark(string Class, string Path, string Title);
