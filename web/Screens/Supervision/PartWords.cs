using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words for the parts of the page of supervision, and what they have in common.</summary>
public sealed record PartWords
{
    public static readonly PartWords Zh = new()
    {
        Parts = "督办各部分",
        Ledger = "督办台账",
        NameOf = new Dictionary<string, string>(StringComparer.Ordinal) { [SupervisionParts.Targets] = "目标（按季抓、月跟踪）", [SupervisionParts.Duties] = "调度", [SupervisionParts.Surveys] = "公众评议与第三方评估" },
        YearChoice = "按年查看",
        AsOf = "截至 {time}。",
        Unit = "单位",
        Document = "依据文件",
        Date = "日期",
        Note = "备注",
        ToldBy = "填报",
        Submit = "登记",
        Withdraw = "撤回",
        WithdrawOf = "撤回 {name}",
        Withdrawal = "办理",
        UnknownDuty = "该职责不在 duties.json 中，请核对编号。",
    };

    public static readonly PartWords En = new()
    {
        Parts = "Parts of supervision",
        Ledger = "Ledger",
        NameOf = new Dictionary<string, string>(StringComparer.Ordinal) { [SupervisionParts.Targets] = "Targets by month and quarter", [SupervisionParts.Duties] = "Duties that come round", [SupervisionParts.Surveys] = "Surveys" },
        YearChoice = "By year",
        AsOf = "As of {time}.",
        Unit = "Unit",
        Document = "Document",
        Date = "Date",
        Note = "Note",
        ToldBy = "Told by",
        Submit = "Record",
        Withdraw = "Withdraw",
        WithdrawOf = "Withdraw {name}",
        Withdrawal = "Act",
        UnknownDuty = "The duty is not in duties.json: look at its id.",
    };

    /// <summary>Names the way from part to part.</summary>
    public required string Parts { get; init; }

    public required string Ledger { get; init; }

    /// <summary>By <see cref="SupervisionParts"/>.</summary>
    public required IReadOnlyDictionary<string, string> NameOf { get; init; }

    public required string YearChoice { get; init; }

    public required string AsOf { get; init; }

    public required string Unit { get; init; }

    public required string Document { get; init; }

    public required string Date { get; init; }

    public required string Note { get; init; }

    public required string ToldBy { get; init; }

    public required string Submit { get; init; }

    public required string Withdraw { get; init; }

    public required string WithdrawOf { get; init; }

    public required string Withdrawal { get; init; }

    public required string UnknownDuty { get; init; }

    public static PartWords For(Words words) => words.IsEnglish ? En : Zh;
}
