using OpsBoard.Supervision;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Table;

/// <summary>The words of the tables that say what the wall says, in one language.</summary>
public sealed record TableWords
{
    public static readonly TableWords Zh = new()
    {
        Title = "表格版",
        Item = "项目",
        Value = "数值",
        State = "状态",
        Normal = "正常",
        Digits = "完整数字",
        Place = "序号",
        Others = "数据来源与日期",
        About = "数值与大屏一致。缩写为万、亿的计数另列完整数字，每 10 秒更新一次，截至时刻见列首。",
        Sorting = "点列名排序，再点一次倒序；没有数值的单位总排在最后。顺序在再次排序前保持不变。",
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "单位",
            [Attention.Coverage] = "在报单位 / 应报单位",
            [Attention.Date] = "业务日期",
            ["worst list"] = "需要关注",
            [Attention.RestNormal] = "其余正常单位",
            [Attention.RestNoted] = "其余需关注单位",
            ["lag list"] = "短板",
            ["lag name"] = "指标",
            ["value"] = "数值",
            ["parts"] = "分子/分母",
            ["target"] = "目标",
            ["gap"] = "差距（个百分点）",
            ["unit1"] = "拖累最大的单位",
            ["share1"] = "其份额（个百分点）",
            ["unit2"] = "第二位",
            ["share2"] = "其份额（个百分点）",
            ["unit3"] = "第三位",
            ["share3"] = "其份额（个百分点）",
            ["reviews list"] = "差评闭环",
            ["toContact"] = "待回访",
            ["inHand"] = "整改中",
            ["windows list"] = "大厅窗口",
            ["open"] = "开放窗口",
            ["paused"] = "暂停",
            ["offline"] = "离线",
            ["silent"] = "静默",
            [WindowRows.Standing] = "窗口状态",
            [WindowRows.Paused] = "暂停窗口",
            [WindowRows.Offline] = "离线窗口",
            [WindowRows.RestNormal] = "窗口均正常的其余单位",
            [WindowRows.RestNoted] = "窗口需关注的其余单位",
            [ReviewRows.Today] = "今日新增差评",
            [ReviewRows.InHand] = "整改中差评",
            [ReviewRows.Oldest] = "最久未结差评",
            ["ledger list"] = "督办滞后事项",
            ["ledger name"] = "事项",
            ["lead"] = "牵头单位",
            ["due"] = "完成时限",
            ["late"] = "逾期",
            [LedgerRows.Open] = "督办在办事项",
            [LedgerRows.Behind] = "督办滞后事项",
            [LedgerRows.Warning] = "督办预警事项",
            [LedgerRows.Explained] = "督办已说明延期事项",
            [LedgerRows.TasksClosed] = "事项销号率",
            [LedgerRows.PartsOf(LedgerRows.TasksClosed)] = "销号事项/全部事项",
            [LedgerRows.Solved] = "堵点解决率",
            [LedgerRows.PartsOf(LedgerRows.Solved)] = "已解决堵点/全部堵点",
            [LedgerRows.SolvedWithout] = "堵点解决率（不含移交上级）",
            [LedgerRows.PartsOf(LedgerRows.SolvedWithout)] = "已解决堵点/未移交上级的堵点",
            [LedgerRows.InState(TaskState.Registered)] = "督办：立项",
            [LedgerRows.InState(TaskState.Assigned)] = "督办：交办",
            [LedgerRows.InState(TaskState.Progressing)] = "督办：推进中",
            [LedgerRows.InState(TaskState.ClosureRequested)] = "督办：申请销号",
            [LedgerRows.InState(TaskState.Closed)] = "督办：销号或完结",
            [LedgerRows.InState(TaskState.HandedUp)] = "督办：移交上级",
        },
    };

    public static readonly TableWords En = new()
    {
        Title = "As tables",
        Item = "Item",
        Value = "Value",
        State = "State",
        Normal = "normal",
        Digits = "Full digits",
        Place = "No.",
        Others = "Source and date",
        About = "The values are those of the wall. Counts that are shortened there stand in full digits beside, renewed every 10 seconds, as of the time in the head of the column.",
        Sorting = "Choose the name of a column to sort by it, and again for the other direction; units without a value always come last. The order stays until you sort again.",
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "Unit",
            [Figures.ZeroTrip] = "Zero-trip cases",
            [Figures.ZeroTripShare] = "Zero-trip share",
            [Attention.Coverage] = "Units reporting / due",
            [Attention.Date] = "Business day",
            ["worst list"] = "Needs attention",
            [Attention.RestNormal] = "Other units, normal",
            [Attention.RestNoted] = "Other units, to watch",
            ["lag list"] = "Lagging",
            ["lag name"] = "Indicator",
            ["value"] = "Value",
            ["parts"] = "Parts",
            ["target"] = "Target",
            ["gap"] = "Gap (points)",
            ["unit1"] = "Most of the gap",
            ["share1"] = "Its share (points)",
            ["unit2"] = "Second",
            ["share2"] = "Its share (points)",
            ["unit3"] = "Third",
            ["share3"] = "Its share (points)",
            ["reviews list"] = "Loop of bad reviews",
            ["toContact"] = "To contact",
            ["inHand"] = "Being put right",
            ["windows list"] = "Windows",
            ["open"] = "Open",
            ["paused"] = "Paused",
            ["offline"] = "Offline",
            ["silent"] = "Silent",
            [WindowRows.Standing] = "Standing",
            [WindowRows.Paused] = "Windows paused",
            [WindowRows.Offline] = "Windows offline",
            [WindowRows.RestNormal] = "Other units, all windows normal",
            [WindowRows.RestNoted] = "Other units, windows to watch",
            [ReviewRows.Today] = "Bad reviews today",
            [ReviewRows.InHand] = "Being put right",
            [ReviewRows.Oldest] = "Oldest bad review",
            ["ledger list"] = "Entries of the ledger that are behind",
            ["ledger name"] = "Entry",
            ["lead"] = "Lead unit",
            ["due"] = "Due",
            ["late"] = "Late",
            [LedgerRows.Open] = "Entries open",
            [LedgerRows.Behind] = "Entries behind",
            [LedgerRows.Warning] = "Entries with a warning",
            [LedgerRows.Explained] = "Entries later, explained",
            [LedgerRows.TasksClosed] = "Tasks closed",
            [LedgerRows.PartsOf(LedgerRows.TasksClosed)] = "Tasks closed of all",
            [LedgerRows.Solved] = "Problems solved",
            [LedgerRows.PartsOf(LedgerRows.Solved)] = "Problems solved of all",
            [LedgerRows.SolvedWithout] = "Problems solved, without those handed up",
            [LedgerRows.PartsOf(LedgerRows.SolvedWithout)] = "Problems solved of those not handed up",
            [LedgerRows.InState(TaskState.Registered)] = "Entries registered",
            [LedgerRows.InState(TaskState.Assigned)] = "Entries assigned",
            [LedgerRows.InState(TaskState.Progressing)] = "Entries in progress",
            [LedgerRows.InState(TaskState.ClosureRequested)] = "Entries to be closed",
            [LedgerRows.InState(TaskState.Closed)] = "Entries closed",
            [LedgerRows.InState(TaskState.HandedUp)] = "Entries handed up",
        },
    };

    public required string Title { get; init; }

    public required string Item { get; init; }

    public required string Value { get; init; }

    public required string State { get; init; }

    public required string Normal { get; init; }

    public required string Digits { get; init; }

    public required string Place { get; init; }

    public required string Others { get; init; }

    /// <summary>What the tables hold.</summary>
    public required string About { get; init; }

    public required string Sorting { get; init; }

    /// <summary>By the name of a list followed by " list" or by that of a column that it calls otherwise, of its columns, of a key that is no figure, or of a figure whose name a table has room for.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public static TableWords For(Words words) => words.IsEnglish ? En : Zh;

    public string TitleOf(TwinList list) => Labels.GetValueOrDefault($"{list.Name} list") ?? list.Name;

    public string ColumnOf(Words words, TwinList list, string column) => Labels.GetValueOrDefault($"{list.Name} {column}") ?? LabelOf(words, column);

    /// <summary>A key without a word is still shown, under its own name.</summary>
    public string LabelOf(Words words, string name) => Labels.GetValueOrDefault(name) ?? words.Figure.GetValueOrDefault(name) ?? name;
}
