using OpsBoard.Events;

namespace OpsBoard.Web.Screens.Replay;

/// <summary>The words of the replay in one language.</summary>
public sealed record ReplayWords
{
    public required string Title { get; init; }

    /// <summary>Stands on every view of a replay.</summary>
    public required string NotLive { get; init; }

    public required string Instant { get; init; }

    public required string Go { get; init; }

    public required string Steps { get; init; }

    /// <summary>With <c>{n}</c>, signed: minutes.</summary>
    public required string Step { get; init; }

    public required string Player { get; init; }

    public required string TimeOfDay { get; init; }

    public required string Speed { get; init; }

    public required string Play { get; init; }

    public required string Pause { get; init; }

    /// <summary>With <c>{asked}</c> and <c>{time}</c>: no frame was recorded at the instant asked for.</summary>
    public required string Nearest { get; init; }

    /// <summary>With <c>{n}</c>: the wall was behind by so many changes.</summary>
    public required string Behind { get; init; }

    public required string LaterTitle { get; init; }

    /// <summary>With <c>{corrections}</c>, <c>{late}</c> and <c>{way}</c>.</summary>
    public required string Later { get; init; }

    public required string NothingLater { get; init; }

    public required string Received { get; init; }

    public required string Window { get; init; }

    public required string Event { get; init; }

    public required string Occurred { get; init; }

    public required string Delay { get; init; }

    public required string Number { get; init; }

    public required string Basis { get; init; }

    public required string NothingRecorded { get; init; }

    public required string NothingRecordedWhy { get; init; }

    public required string NewestRecorded { get; init; }

    public required string Opening { get; init; }

    /// <summary>With <c>{n}</c>: per cent.</summary>
    public required string OpeningShare { get; init; }

    public required string Busy { get; init; }

    public required string BusyWhy { get; init; }

    public required string TooLarge { get; init; }

    public required string TooLargeWhy { get; init; }

    public required string NoInstant { get; init; }

    /// <summary>Said by the module when a frame cannot be had.</summary>
    public required string Failed { get; init; }

    public required IReadOnlyDictionary<EventKind, string> Kinds { get; init; }

    public static ReplayWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly ReplayWords Zh = new()
    {
        Title = "回放",
        NotLive = "回放 · 非实时",
        Instant = "时刻",
        Go = "前往",
        Steps = "逐步查看",
        Step = "{n} 分钟",
        Player = "播放",
        TimeOfDay = "当日时间",
        Speed = "倍速",
        Play = "播放",
        Pause = "停止播放",
        Nearest = "{asked} 没有画面记录，显示此前最近的一次：{time}",
        Behind = "当时画面尚有 {n} 处变更在传送途中，此处已计入",
        LaterTitle = "此后到达的更正与迟到事件",
        Later = "更正 {corrections} 条，迟到 {late} 条，均未计入本画面；另有 {way} 条当时正在传送。",
        NothingLater = "此后没有更正，也没有迟到的事件。",
        Received = "到达时间",
        Window = "窗口",
        Event = "事件",
        Occurred = "发生时间",
        Delay = "相隔",
        Number = "事件编号",
        Basis = "按当时已入库的事件重新计算；单位名称、开放时间与口径按现行配置。",
        NothingRecorded = "没有画面记录",
        NothingRecordedWhy = "所选时刻及以前没有记录任何画面：当时系统未运行，或数据来自旧版程序，或已超过保存期限。",
        NewestRecorded = "查看最近一次记录",
        Opening = "正在重新计算",
        OpeningShare = "已完成 {n}%，本页会自动再试。",
        Busy = "回放名额已满",
        BusyWhy = "同时打开的回放已达上限，请稍后再试。",
        TooLarge = "时间过早",
        TooLargeWhy = "该日以来的事件太多，超出回放允许重新计算的数量。",
        NoInstant = "无法识别这个时刻",
        Failed = "无法取得画面，请稍后再试。",
        Kinds = new Dictionary<EventKind, string>
        {
            [EventKind.TicketIssued] = "取号",
            [EventKind.TicketCalled] = "叫号",
            [EventKind.TicketAbandoned] = "弃号",
            [EventKind.TicketTransferred] = "转窗口",
            [EventKind.ServiceStarted] = "开始办理",
            [EventKind.ServiceEnded] = "办理结束",
            [EventKind.CaseAccepted] = "受理",
            [EventKind.CaseSuspended] = "中止",
            [EventKind.CaseResumed] = "恢复",
            [EventKind.CaseExtended] = "延长",
            [EventKind.CaseWithdrawn] = "撤回",
            [EventKind.CaseCompleted] = "办结",
            [EventKind.ReviewSubmitted] = "评价",
            [EventKind.ReviewContacted] = "差评回访",
            [EventKind.ReviewRectified] = "差评整改",
            [EventKind.ReviewPublished] = "评价公开",
            [EventKind.ReviewAppealed] = "评价申诉",
            [EventKind.WindowOpened] = "开窗",
            [EventKind.WindowPaused] = "暂停",
            [EventKind.WindowResumed] = "恢复服务",
            [EventKind.WindowClosed] = "关窗",
            [EventKind.WindowHeartbeat] = "心跳",
            [EventKind.HotlineReceived] = "热线受理",
            [EventKind.HotlineAnswered] = "热线答复",
            [EventKind.HotlineClosed] = "热线办结",
            [EventKind.ItemListed] = "事项上架",
            [EventKind.ItemDelisted] = "事项下架",
            [EventKind.Correction] = "更正",
        },
    };

    public static readonly ReplayWords En = new()
    {
        Title = "Replay",
        NotLive = "Replay · not live",
        Instant = "Instant",
        Go = "Go",
        Steps = "Step by step",
        Step = "{n} min",
        Player = "Player",
        TimeOfDay = "Time of day",
        Speed = "Speed",
        Play = "Play",
        Pause = "Stop",
        Nearest = "No frame was recorded at {asked}; this is the one before it, of {time}",
        Behind = "The wall was {n} changes behind then; they are counted here",
        LaterTitle = "Corrections and late events that came afterwards",
        Later = "{corrections} corrections and {late} late events, none of them counted here; {way} more were under way.",
        NothingLater = "No correction and no late event came afterwards.",
        Received = "Received",
        Window = "Window",
        Event = "Event",
        Occurred = "Happened",
        Delay = "Later by",
        Number = "Event number",
        Basis = "Counted anew from the events that had arrived by then; names, opening hours and definitions are those of today.",
        NothingRecorded = "No frame was recorded",
        NothingRecordedWhy = "No frame was recorded at or before that instant: the system did not run, or the data come from an older program, or they are beyond the time for which records are kept.",
        NewestRecorded = "See the newest record",
        Opening = "Counting anew",
        OpeningShare = "{n}% done; this page tries again by itself.",
        Busy = "All replays are taken",
        BusyWhy = "As many replays as allowed are open. Please try again later.",
        TooLarge = "Too far back",
        TooLargeWhy = "More events came since that day than a replay may count anew.",
        NoInstant = "This is no instant",
        Failed = "The frame cannot be had; please try again later.",
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
            [EventKind.ReviewSubmitted] = "Review",
            [EventKind.ReviewContacted] = "Author of a bad review contacted",
            [EventKind.ReviewRectified] = "Bad review rectified",
            [EventKind.ReviewPublished] = "Review published",
            [EventKind.ReviewAppealed] = "Review appealed",
            [EventKind.WindowOpened] = "Window opened",
            [EventKind.WindowPaused] = "Window paused",
            [EventKind.WindowResumed] = "Window resumed",
            [EventKind.WindowClosed] = "Window closed",
            [EventKind.WindowHeartbeat] = "Heartbeat",
            [EventKind.HotlineReceived] = "Hotline order received",
            [EventKind.HotlineAnswered] = "Hotline order answered",
            [EventKind.HotlineClosed] = "Hotline order closed",
            [EventKind.ItemListed] = "Item listed",
            [EventKind.ItemDelisted] = "Item delisted",
            [EventKind.Correction] = "Correction",
        },
    };
}
