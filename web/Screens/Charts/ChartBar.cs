namespace OpsBoard.Web.Screens.Charts;

/// <summary>A bar in the units of the view box, and what it says; the label is null where it would not fit.</summary>
internal sealed record ChartBar(string Class, double X, double Y, double Width, double Height, bool IsStale, string Title, string? Label);
