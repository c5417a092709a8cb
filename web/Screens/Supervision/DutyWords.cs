using OpsBoard.Supervision;
using OpsBoard.Supervision.Duties;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words of duties that come round. Places in braces are filled with printed figures.</summary>
public sealed record DutyWords
{
    public static readonly DutyWords Zh = new()
    {
        Explained = "每格是一个单位在一个周期内的一项职责，由登记的事实推算：已开展须有日期和文件；到期前最后几个工作日为应开展，期满未开展为逾期；在允许日期之外开展的，标为违规。",
        None = "尚未设定周期性职责：在数据目录放入 duties.json（样例见 docs/examples）。",
        NoneHere = "该范围内没有单位承担周期性职责。",
        RuleOf = new Dictionary<Cycle, string> { [Cycle.Month] = "每月一次", [Cycle.Quarter] = "每季度一次", [Cycle.Year] = "每年一次" },
        Allowed = "只限每周期第 {month} 个月的 {first} 日至 {last} 日",
        Notice = "期末前 {days} 个工作日起为应开展",
        From = "自 {day} 起评定",
        Counts = "已开展 {done} · 应开展 {due} · 逾期未开展 {missed} · 违规 {violations}",
        StateOf = new Dictionary<DutyState, string>
        {
            [DutyState.NotInForce] = "未实施",
            [DutyState.NotDue] = "未到期",
            [DutyState.Due] = "应开展",
            [DutyState.Done] = "已开展",
            [DutyState.Missed] = "逾期",
        },
        Outside = "违规",
        Deeds = "已登记的开展情况",
        NoDeeds = "这一年还没有登记。",
        Duty = "职责",
        Gone = "（已不在 duties.json 中）",
        Form = "登记职责开展情况",
        FormNote = "同一单位、职责、日期和文件只计一次；登记有误的可以撤回，撤回也留痕。",
        UploadNote = "CSV（UTF-8），列名 unit、duty、date、document、note（可用 单位、职责、日期、依据文件、备注）。每行单独判定，重复导入不会重复登记。",
        Upload = "导入职责开展情况",
        Csv = "下载调度表 CSV",
        Quarter = "第{n}季度",
        Month = "{n}月",
    };

    public static readonly DutyWords En = new()
    {
        Explained = "Each cell is one duty of one unit in one period, worked out from what was recorded: done needs a day and a document; in the last working days it is due, after them missed; what was done on a day on which it is not allowed is a violation.",
        None = "No duty has been set: put duties.json into the data directory (an example is in docs/examples).",
        NoneHere = "No unit of this scope has a duty that comes round.",
        RuleOf = new Dictionary<Cycle, string> { [Cycle.Month] = "once a month", [Cycle.Quarter] = "once a quarter", [Cycle.Year] = "once a year" },
        Allowed = "only from day {first} to day {last} of month {month} of the period",
        Notice = "due in the last {days} working days",
        From = "judged from {day}",
        Counts = "done {done} · due {due} · missed {missed} · violations {violations}",
        StateOf = new Dictionary<DutyState, string>
        {
            [DutyState.NotInForce] = "not in force",
            [DutyState.NotDue] = "not due",
            [DutyState.Due] = "due",
            [DutyState.Done] = "done",
            [DutyState.Missed] = "missed",
        },
        Outside = "not allowed",
        Deeds = "What was recorded",
        NoDeeds = "Nothing was recorded in this year.",
        Duty = "Duty",
        Gone = " (no longer in duties.json)",
        Form = "Record that a duty was done",
        FormNote = "Of one unit, duty, day and document it counts once; what was recorded by mistake can be withdrawn, and that is recorded too.",
        UploadNote = "CSV in UTF-8 with the columns unit, duty, date, document, note. Each row is judged for itself; importing again changes nothing.",
        Upload = "Import duties that were done",
        Csv = "Download duties as CSV",
        Quarter = "Quarter {n}",
        Month = "Month {n}",
    };

    public required string Explained { get; init; }

    /// <summary>Nothing is configured at all.</summary>
    public required string None { get; init; }

    public required string NoneHere { get; init; }

    public required IReadOnlyDictionary<Cycle, string> RuleOf { get; init; }

    public required string Allowed { get; init; }

    public required string Notice { get; init; }

    public required string From { get; init; }

    public required string Counts { get; init; }

    public required IReadOnlyDictionary<DutyState, string> StateOf { get; init; }

    public required string Outside { get; init; }

    public required string Deeds { get; init; }

    public required string NoDeeds { get; init; }

    public required string Duty { get; init; }

    public required string Gone { get; init; }

    public required string Form { get; init; }

    public required string FormNote { get; init; }

    public required string UploadNote { get; init; }

    public required string Upload { get; init; }

    public required string Csv { get; init; }

    public required string Quarter { get; init; }

    public required string Month { get; init; }

    public static DutyWords For(Words words) => words.IsEnglish ? En : Zh;
}
