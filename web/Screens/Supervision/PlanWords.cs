namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words of the forms in which the plan of an entry is typed, beside those of the screen.</summary>
public sealed record PlanWords
{
    public static readonly PlanWords Zh = new()
    {
        Amend = "变更事项",
        AmendNote = "修改后整体提交：未列出的内容即视为删除。变更作为一条记录保存，原内容可在办理记录中查到；类别只能在事项之间或堵点之间变更。",
        Reason = "变更原因（必填）",
        Submit = "提交变更",
        Cancel = "取消",
        StepsHint = "每行一个，如 2026-W10 梳理清单",
        ByMonth = "逐月累计",
        ByMonthHint = "1 至 12 月十二个数，以空格分隔；可不填",
        Quantity = "年度任务量",
        DifficultyOwner = "系数归口",
        DifficultyVersion = "系数版本",
        Further = "节点、任务量与难度系数（可选）",
    };

    public static readonly PlanWords En = new()
    {
        Amend = "Change the entry",
        AmendNote = "The whole plan is sent: what does not stand here is taken out. The change is an event of its own, and what held before stays in the history. A task stays a task, and a problem a problem.",
        Reason = "Reason (never left out)",
        Submit = "Change",
        Cancel = "Cancel",
        StepsHint = "one a line, such as 2026-W10 draft the list",
        ByMonth = "In all by month",
        ByMonthHint = "twelve numbers separated by spaces, or none",
        Quantity = "Quantity of the year",
        DifficultyOwner = "Decided by",
        DifficultyVersion = "Version",
        Further = "Steps, quantity and difficulty (optional)",
    };

    public required string Amend { get; init; }

    public required string AmendNote { get; init; }

    public required string Reason { get; init; }

    public required string Submit { get; init; }

    public required string Cancel { get; init; }

    public required string StepsHint { get; init; }

    public required string ByMonth { get; init; }

    public required string ByMonthHint { get; init; }

    public required string Quantity { get; init; }

    public required string DifficultyOwner { get; init; }

    public required string DifficultyVersion { get; init; }

    /// <summary>Over what most entries do without.</summary>
    public required string Further { get; init; }

    public static PlanWords For(Words words) => words.IsEnglish ? En : Zh;
}
