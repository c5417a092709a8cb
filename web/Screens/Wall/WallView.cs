namespace OpsBoard.Web.Screens.Wall;

/// <summary>The views of a wall by the names that <c>?views=</c> takes, in the order in which they turn.</summary>
public static class WallView
{
    public const string Overview = "overview";

    /// <summary>The grid of the children, where it does not fit beside the headline.</summary>
    public const string Grid = "grid";

    public const string Lagging = "lagging";
    public const string Reviews = "reviews";
    public const string Supervision = "supervision";
    public const string Windows = "windows";

    public static readonly IReadOnlyList<string> All = [Overview, Grid, Lagging, Reviews, Supervision, Windows];
}
