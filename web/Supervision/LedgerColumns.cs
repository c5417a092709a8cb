using System.Collections.Frozen;

namespace OpsBoard.Web.Supervision;

/// <summary>The columns of the ledger as a table, by the names that programs write and by those that offices write.</summary>
internal static class LedgerColumns
{
    public static readonly IReadOnlyList<string> Required = ["ledger", "task", "kind", "title", "lead", "officer", "goal", "due", "standard", "registeredOn"];

    public static readonly IReadOnlyList<string> All =
    [
        "ledger", "task", "kind", "title", "lead", "supports", "officer", "goal", "due", "standard", "steps", "difficulty", "difficultyOwner", "difficultyVersion",
        "quantity", "byMonth", "document", "origin", "note", "registeredOn", "assignedOn", "startedOn", "value", "qualifier", "valueOn", "explainedTo", "explanation", "explainedOn",
        "requestedOn", "closedOn", "handedUpOn", "state", "time", "amount", "quality",
    ];

    /// <summary>What the server says besides, so that its own table can be read in again.</summary>
    public static readonly IReadOnlyList<string> PassedOver = ["state", "time", "amount", "quality"];

    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["督办单位"] = "ledger",
        ["编号"] = "task",
        ["类别"] = "kind",
        ["事项"] = "title",
        ["牵头单位"] = "lead",
        ["责任单位"] = "lead",
        ["协办单位"] = "supports",
        ["责任人员"] = "officer",
        ["节点目标"] = "goal",
        ["完成时限"] = "due",
        ["工作标准"] = "standard",
        ["年历节点"] = "steps",
        ["难度系数"] = "difficulty",
        ["系数归口"] = "difficultyOwner",
        ["系数版本"] = "difficultyVersion",
        ["年度任务量"] = "quantity",
        ["逐月累计"] = "byMonth",
        ["依据文件"] = "document",
        ["备注"] = "note",
        ["立项日期"] = "registeredOn",
        ["交办日期"] = "assignedOn",
        ["启动日期"] = "startedOn",
        ["完成量"] = "value",
        ["完成量口径"] = "qualifier",
        ["填报日期"] = "valueOn",
        ["延期至"] = "explainedTo",
        ["延期说明"] = "explanation",
        ["说明日期"] = "explainedOn",
        ["申请销号日期"] = "requestedOn",
        ["销号日期"] = "closedOn",
        ["移交上级日期"] = "handedUpOn",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["督办"] = "inspection",
        ["揭榜挂帅"] = "challenge",
        ["重点工作"] = "keyWork",
        ["堵点"] = "blockage",
        ["办不成事"] = "unresolved",
        ["整改"] = "rectification",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string NameOf(string header) => Chinese.GetValueOrDefault(header, header);

    public static string KindOf(string word) => Kinds.GetValueOrDefault(word, word);
}
