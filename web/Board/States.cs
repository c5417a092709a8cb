namespace OpsBoard.Web.Board;

/// <summary>The five states of a figure, as they travel in <c>s</c> and stand in <c>data-s</c>.</summary>
public static class States
{
    public const string Ok = "ok";
    public const string Stale = "stale";
    public const string NoData = "noData";
    public const string NotReporting = "notReporting";
    public const string NotApplicable = "notApplicable";
}
