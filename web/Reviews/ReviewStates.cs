namespace OpsBoard.Web.Reviews;

/// <summary>By which states open bad reviews can be asked for: all, by their step, or by how their time stands.</summary>
internal static class ReviewStates
{
    public const string Open = "open";
    public const string DueSoon = "dueSoon";
    public const string Overdue = "overdue";

    /// <summary>In the order in which a page offers them.</summary>
    public static readonly IReadOnlyList<string> All = [Open, OpenReview.ToContact, OpenReview.ToRectify, DueSoon, Overdue];

    public static bool Has(string state, OpenReview review) => state switch
    {
        DueSoon => review.IsDueSoon,
        Overdue => review.IsOverdue,
        Open => true,
        var step => review.Step == step,
    };
}
