namespace OpsBoard.Web.Screens;

/// <summary>The screens of a scope, as the first segment of their addresses: <c>/lagging/hainan/haikou</c>.</summary>
public static class ScreenNames
{
    public const string Wall = "wall";
    public const string Tablet = "m";
    public const string Units = "units";
    public const string Lagging = "lagging";
    public const string Rankings = "rankings";
    public const string Reviews = "reviews";
    public const string Supervision = "supervision";
    public const string Replay = "replay";
    public const string Table = "table";

    /// <summary>In the order in which a page offers them.</summary>
    public static readonly IReadOnlyList<string> All = [Units, Lagging, Rankings, Reviews, Supervision, Replay, Table, Tablet, Wall];
}
