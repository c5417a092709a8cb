using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>The words of the value sheet and of the list of events behind a number; places in braces are filled in.</summary>
public sealed record SheetWords
{
    public required string Title { get; init; }

    public required string Close { get; init; }

    public required string Value { get; init; }

    public required string Parts { get; init; }

    public required string MadeOf { get; init; }

    public required string Definition { get; init; }

    public required string Version { get; init; }

    public required string Period { get; init; }

    public required string Now { get; init; }

    public required string Day { get; init; }

    public required string AsOf { get; init; }

    public required string Age { get; init; }

    public required string Targets { get; init; }

    public required string NoTargets { get; init; }

    public required string Year { get; init; }

    public required string Standing { get; init; }

    public required string Decides { get; init; }

    public required string Document { get; init; }

    public required string Source { get; init; }

    public required string Arrivals { get; init; }

    public required string State { get; init; }

    public required string Corrections { get; init; }

    public required string Revised { get; init; }

    public required string Owner { get; init; }

    public required string OwnerOfData { get; init; }

    public required string OwnerOfDefinition { get; init; }

    public required string Events { get; init; }

    public required string EventsOf { get; init; }

    public required string Drill { get; init; }

    public required string Unknown { get; init; }

    public required string EventsTitle { get; init; }

    public required string BackToSheet { get; init; }

    public required string Csv { get; init; }

    public required string Recount { get; init; }

    public required string Behind { get; init; }

    public required string Counted { get; init; }

    public required string Moved { get; init; }

    public required string Differs { get; init; }

    public required string Rows { get; init; }

    public required string NoRows { get; init; }

    public required string Next { get; init; }

    public required string Former { get; init; }

    public required string Occurred { get; init; }

    public required string Received { get; init; }

    public required string Origin { get; init; }

    public required string EventId { get; init; }

    public required string Kind { get; init; }

    public required string Window { get; init; }

    public required string Counting { get; init; }

    public required string Times { get; init; }

    public required string Equal { get; init; }

    public required string NotEqual { get; init; }

    public required string Busy { get; init; }

    public required string Difference { get; init; }

    public required string Zero { get; init; }

    public required string Still { get; init; }

    /// <summary>By <see cref="States"/>.</summary>
    public required IReadOnlyDictionary<string, string> States { get; init; }

    public required IReadOnlyDictionary<EventStanding, string> Standings { get; init; }

    /// <summary>Empty for the plain case.</summary>
    public required IReadOnlyDictionary<EventReason, string> Reasons { get; init; }

    public required IReadOnlyDictionary<EventKind, string> Kinds { get; init; }

    public static SheetWords For(Words words) => words.IsEnglish ? En : Zh;

    public static string Fill(string pattern, params ReadOnlySpan<(string Place, string Text)> places)
    {
        foreach (var (place, text) in places) pattern = pattern.Replace($"{{{place}}}", text, StringComparison.Ordinal);
        return pattern;
    }

    public static readonly SheetWords Zh = new()
    {
        Title = "数字出处",
        Close = "关闭",
        Value = "数值",
        Parts = "分子 / 分母",
        MadeOf = "计数项 {names}",
        Definition = "口径",
        Version = "第 {n} 版",
        Period = "统计周期",
        Now = "此刻",
        Day = "当日 {day}",
        AsOf = "截至",
        Age = "{age}前",
        Targets = "目标",
        NoTargets = "未设目标",
        Year = "{n} 年",
        Standing = "长期",
        Decides = "按此判定",
        Document = "依据",
        Source = "来源",
        Arrivals = "重复、拒收的事件在接收时逐条答复来源系统，不按单位留存，故此处无数；迟到看原始事件的到达时间。",
        State = "数据状态",
        Corrections = "更正",
        Revised = "各日结束后的更正：{entered} 项已计入，{waiting} 项待批准。当日的更正立即计入。",
        Owner = "责任单位",
        OwnerOfData = "数据：{unit}",
        OwnerOfDefinition = "口径：{unit}",
        Events = "查看原始事件",
        EventsOf = "查看原始事件：{part}",
        Drill = "下钻",
        Unknown = "没有这个数字",
        EventsTitle = "原始事件",
        BackToSheet = "返回数字出处",
        Csv = "下载 CSV",
        Recount = "重算",
        Behind = "{name}：{part}",
        Counted = "计入合计 {count}，与数字 {number} 一致。",
        Moved = "计入合计 {count}；数字为 {number}。读取时又有新事件到达，刷新后再看。",
        Differs = "计入合计 {count}，与数字 {number} 不一致。",
        Rows = "共 {total} 行，显示第 {first}–{last} 行。",
        NoRows = "没有事件。",
        Next = "后 {n} 行",
        Former = "前 {n} 行",
        Occurred = "发生时间",
        Received = "到达时间",
        Origin = "来源",
        EventId = "事件编号",
        Kind = "事件",
        Window = "窗口",
        Counting = "计入",
        Times = "计 {n} 次",
        Equal = "重算读取 {events} 个事件，核对 {cells} 个窗口日，与看板一致（equal）。",
        NotEqual = "重算读取 {events} 个事件，核对 {cells} 个窗口日，有 {n} 处不一致。",
        Busy = "另一次重算正在进行，请 {n} 秒后再试。",
        Difference = "{window} {figure}：存储 {stored}，重算 {recounted}",
        Zero = "正常，确为 0",
        Still = "此表不会自动更新。",
        States = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Board.States.Ok] = "正常",
            [Board.States.Stale] = "数据过期，显示最近一次的数值",
            [Board.States.NoData] = "无数据（分母为 0）",
            [Board.States.NotReporting] = "未上报，不显示数值",
            [Board.States.NotApplicable] = "不适用",
        },
        Standings = new Dictionary<EventStanding, string>
        {
            [EventStanding.Counted] = "计入",
            [EventStanding.Corrected] = "被更正",
            [EventStanding.NotCounted] = "不计入",
        },
        Reasons = new Dictionary<EventReason, string>
        {
            [EventReason.Decides] = "",
            [EventReason.DecidesAsCorrected] = "按更正后的内容",
            [EventReason.ChangeLeftOut] = "撤减未获批准，仍计入",
            [EventReason.TakenOut] = "因更正不再计入",
            [EventReason.IsCorrection] = "更正事件，内容计在被更正的事件上",
            [EventReason.AnotherDecides] = "同一对象以另一事件为准",
            [EventReason.Waits] = "封存日，待批准",
            [EventReason.Refused] = "封存日，未获批准",
        },
        Kinds = new Dictionary<EventKind, string>
        {
            [EventKind.TicketIssued] = "取号",
            [EventKind.TicketCalled] = "叫号",
            [EventKind.TicketAbandoned] = "弃号",
            [EventKind.TicketTransferred] = "转号",
            [EventKind.ServiceStarted] = "开始办理",
            [EventKind.ServiceEnded] = "办理结束",
            [EventKind.CaseAccepted] = "受理",
            [EventKind.CaseSuspended] = "中止",
            [EventKind.CaseResumed] = "恢复",
            [EventKind.CaseExtended] = "延长",
            [EventKind.CaseWithdrawn] = "撤件",
            [EventKind.CaseCompleted] = "办结",
            [EventKind.ReviewSubmitted] = "评价",
            [EventKind.ReviewContacted] = "回访",
            [EventKind.ReviewRectified] = "整改",
            [EventKind.ReviewPublished] = "公开",
            [EventKind.ReviewAppealed] = "申诉",
            [EventKind.WindowOpened] = "开窗",
            [EventKind.WindowPaused] = "暂停",
            [EventKind.WindowResumed] = "恢复服务",
            [EventKind.WindowClosed] = "关窗",
            [EventKind.WindowHeartbeat] = "心跳",
            [EventKind.HotlineReceived] = "热线受理",
            [EventKind.HotlineAnswered] = "热线答复",
            [EventKind.HotlineClosed] = "热线办结",
            [EventKind.ItemListed] = "事项列入",
            [EventKind.ItemDelisted] = "事项移出",
            [EventKind.Correction] = "更正",
        },
    };

    public static readonly SheetWords En = new()
    {
        Title = "Where this number comes from",
        Close = "Close",
        Value = "Value",
        Parts = "Numerator, denominator",
        MadeOf = "counters {names}",
        Definition = "Definition",
        Version = "version {n}",
        Period = "Period",
        Now = "Now",
        Day = "The day, {day}",
        AsOf = "As of",
        Age = "{age} ago",
        Targets = "Targets",
        NoTargets = "None set",
        Year = "{n}",
        Standing = "standing",
        Decides = "decides the status",
        Document = "Document",
        Source = "Source",
        Arrivals = "Duplicates and rejected events are answered to their source one by one and not kept by unit, so no number stands here; lateness is seen in the arrival times of the raw events.",
        State = "Data state",
        Corrections = "Corrections",
        Revised = "Changes after a day was over: {entered} entered, {waiting} waiting for approval. Corrections on a day itself count at once.",
        Owner = "Owner",
        OwnerOfData = "Data: {unit}",
        OwnerOfDefinition = "Definition: {unit}",
        Events = "Raw events",
        EventsOf = "Raw events: {part}",
        Drill = "Drill down",
        Unknown = "There is no such number",
        EventsTitle = "Raw events",
        BackToSheet = "Back to the sheet",
        Csv = "Download CSV",
        Recount = "Recount",
        Behind = "{name}: {part}",
        Counted = "{count} counted, equal to the number {number}.",
        Moved = "{count} counted; the number is {number}. New events came meanwhile: refresh.",
        Differs = "{count} counted, not equal to the number {number}.",
        Rows = "{total} rows, {first}–{last} shown.",
        NoRows = "No events.",
        Next = "Next {n} rows",
        Former = "Former {n} rows",
        Occurred = "Happened",
        Received = "Arrived",
        Origin = "Source",
        EventId = "Event id",
        Kind = "Event",
        Window = "Window",
        Counting = "Counted",
        Times = "counts {n} times",
        Equal = "Recounted {events} events and compared {cells} window days: equal.",
        NotEqual = "Recounted {events} events and compared {cells} window days: {n} differences.",
        Busy = "Another recount is under way; try again in {n} s.",
        Difference = "{window} {figure}: stored {stored}, recounted {recounted}",
        Zero = "OK, and truly 0",
        Still = "This table does not update itself.",
        States = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Board.States.Ok] = "OK",
            [Board.States.Stale] = "Stale: the last value is shown",
            [Board.States.NoData] = "No data (denominator 0)",
            [Board.States.NotReporting] = "Not reporting: no value is shown",
            [Board.States.NotApplicable] = "Not applicable",
        },
        Standings = new Dictionary<EventStanding, string>
        {
            [EventStanding.Counted] = "Counted",
            [EventStanding.Corrected] = "Corrected",
            [EventStanding.NotCounted] = "Not counted",
        },
        Reasons = new Dictionary<EventReason, string>
        {
            [EventReason.Decides] = "",
            [EventReason.DecidesAsCorrected] = "by its correction",
            [EventReason.ChangeLeftOut] = "its removal is not approved",
            [EventReason.TakenOut] = "taken out by a correction",
            [EventReason.IsCorrection] = "a correction: it counts as its target",
            [EventReason.AnotherDecides] = "another event of its subject decides",
            [EventReason.Waits] = "sealed day, waiting for approval",
            [EventReason.Refused] = "sealed day, refused",
        },
        Kinds = new Dictionary<EventKind, string>
        {
            [EventKind.TicketIssued] = "Ticket issued",
            [EventKind.TicketCalled] = "Ticket called",
            [EventKind.TicketAbandoned] = "Ticket abandoned",
            [EventKind.TicketTransferred] = "Ticket transferred",
            [EventKind.ServiceStarted] = "Service started",
            [EventKind.ServiceEnded] = "Service ended",
            [EventKind.CaseAccepted] = "Case accepted",
            [EventKind.CaseSuspended] = "Case suspended",
            [EventKind.CaseResumed] = "Case resumed",
            [EventKind.CaseExtended] = "Case extended",
            [EventKind.CaseWithdrawn] = "Case withdrawn",
            [EventKind.CaseCompleted] = "Case completed",
            [EventKind.ReviewSubmitted] = "Review submitted",
            [EventKind.ReviewContacted] = "Review contacted",
            [EventKind.ReviewRectified] = "Review rectified",
            [EventKind.ReviewPublished] = "Review published",
            [EventKind.ReviewAppealed] = "Review appealed",
            [EventKind.WindowOpened] = "Window opened",
            [EventKind.WindowPaused] = "Window paused",
            [EventKind.WindowResumed] = "Window resumed",
            [EventKind.WindowClosed] = "Window closed",
            [EventKind.WindowHeartbeat] = "Heartbeat",
            [EventKind.HotlineReceived] = "Hotline received",
            [EventKind.HotlineAnswered] = "Hotline answered",
            [EventKind.HotlineClosed] = "Hotline closed",
            [EventKind.ItemListed] = "Item listed",
            [EventKind.ItemDelisted] = "Item delisted",
            [EventKind.Correction] = "Correction",
        },
    };
}
