namespace OpsBoard.Web.Screens.Rankings;

/// <summary>The words of the screen of rankings. Places in braces are filled with names and printed figures.</summary>
public sealed record RankingWords
{
    public static readonly RankingWords Zh = new()
    {
        Explained = "只在同类组内比较，数值相同名次相同；与上期（{from} 至 {to}）相比说明名次变化。业务量不足 {minimum} 的单位不参与排名。名次每分钟至多更新一次。",
        Group = "同类组：{group}",
        GroupNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["large"] = "大市县", ["medium"] = "中市县", ["small"] = "小市县", ["township"] = "乡镇" },
        Kinds = "排名依据",
        ByIndicator = "单项指标",
        Rank = "名次",
        Value = "数值",
        Movement = "变化",
        Why = "变化原因",
        Difference = "差异",
        NoDifference = "无显著差异",
        Rose = "上升 {n} 名",
        Fell = "下降 {n} 名",
        Same = "名次未变",
        WasNot = "上期无名次",
        Own = "本单位变化",
        Others = "他单位变化",
        Definition = "口径/系数变化",
        Corrections = "更正",
        NoChange = "计数未变",
        NotRanked = "不参与排名",
        Reason = "原因",
        WithoutGroup = "未编入同类组，不参与排名",
        Empty = "{parent}没有可排名的下级单位。",
        Raw = "原始分",
        Possible = "可得分",
        Coefficient = "难度系数",
        CoefficientSource = "{owner} · {version} · {document}",
        NoCoefficient = "未设，按 1 计",
        Weighted = "加权分",
        Components = "分项得分",
        Points = "{points} / {weight}",
        NoPoints = "无数据，不计入可得分",
        AssessedBy = "{name}（{from} 至 {to}）：原始分乘以难度系数为加权分，按加权分排序；没有数据的分项既不得分也不计入可得分。依据：{document}。",
        UnknownAssessment = "没有这个考核或考核周期。",
        Former = "上一周期",
    };

    public static readonly RankingWords En = new()
    {
        Explained = "Compared inside a peer group only; equal values share a rank. Movements are from the period before ({from} to {to}). Units below {minimum} cases are not ranked. Ranks change at most once a minute.",
        Group = "Peer group: {group}",
        GroupNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["large"] = "large counties", ["medium"] = "medium counties", ["small"] = "small counties", ["township"] = "townships" },
        Kinds = "Ranked by",
        ByIndicator = "One indicator",
        Rank = "Rank",
        Value = "Value",
        Movement = "Moved",
        Why = "Why it moved",
        Difference = "Difference",
        NoDifference = "not told apart",
        Rose = "up {n}",
        Fell = "down {n}",
        Same = "rank unchanged",
        WasNot = "not ranked before",
        Own = "own figures",
        Others = "other units",
        Definition = "definition",
        Corrections = "corrections",
        NoChange = "counts unchanged",
        NotRanked = "Not ranked",
        Reason = "Reason",
        WithoutGroup = "In no peer group, therefore not ranked",
        Empty = "{parent} has no units that can be ranked.",
        Raw = "Points",
        Possible = "possible",
        Coefficient = "Coefficient",
        CoefficientSource = "{owner} · {version} · {document}",
        NoCoefficient = "none set, counted as 1",
        Weighted = "Weighted",
        Components = "Points by component",
        Points = "{points} / {weight}",
        NoPoints = "no figures, not among the possible points",
        AssessedBy = "{name} ({from} to {to}): points times the coefficient of difficulty, highest first; a component without figures gives nothing and is not among the possible points. By: {document}.",
        UnknownAssessment = "There is no such assessment or cycle.",
        Former = "The cycle before",
    };

    public required string Explained { get; init; }

    public required string Group { get; init; }

    /// <summary>Of the groups that the packaged rosters use; others are called as their roster calls them.</summary>
    public required IReadOnlyDictionary<string, string> GroupNames { get; init; }

    public required string Kinds { get; init; }

    public required string ByIndicator { get; init; }

    public required string Rank { get; init; }

    public required string Value { get; init; }

    public required string Movement { get; init; }

    public required string Why { get; init; }

    public required string Difference { get; init; }

    public required string NoDifference { get; init; }

    public required string Rose { get; init; }

    public required string Fell { get; init; }

    public required string Same { get; init; }

    public required string WasNot { get; init; }

    public required string Own { get; init; }

    public required string Others { get; init; }

    public required string Definition { get; init; }

    public required string Corrections { get; init; }

    public required string NoChange { get; init; }

    public required string NotRanked { get; init; }

    public required string Reason { get; init; }

    public required string WithoutGroup { get; init; }

    public required string Empty { get; init; }

    public required string Raw { get; init; }

    public required string Possible { get; init; }

    public required string Coefficient { get; init; }

    public required string CoefficientSource { get; init; }

    public required string NoCoefficient { get; init; }

    public required string Weighted { get; init; }

    public required string Components { get; init; }

    public required string Points { get; init; }

    public required string NoPoints { get; init; }

    public required string AssessedBy { get; init; }

    public required string UnknownAssessment { get; init; }

    public required string Former { get; init; }

    public static RankingWords For(Words words) => words.IsEnglish ? En : Zh;
}
