namespace OpsBoard.Web.Board;

/// <summary>The levels of a figure that needs attention, as they travel in <c>l</c> and stand in <c>data-l</c>.</summary>
public static class Levels
{
    public const string Watch = "watch";
    public const string Warning = "warning";
    public const string Behind = "behind";
    public const string Overdue = "overdue";
}
