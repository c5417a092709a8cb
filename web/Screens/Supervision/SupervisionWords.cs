using OpsBoard.Indicators.Milestones;
using OpsBoard.Supervision;
using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words of the screen of supervision. Places in braces are filled with printed figures.</summary>
public sealed record SupervisionWords
{
    public static readonly SupervisionWords Zh = new()
    {
        Explained = "本页列出由本单位督办、牵头或协办的事项。移交上级不等于解决，说明延期不等于按期；各项均由台账事件推算，可逐条核对。",
        Figures = "台账概况",
        Open = "在办",
        TasksClosed = "事项销号率",
        TasksClosedWithout = "事项销号率（不含移交上级）",
        ProblemsSolved = "堵点解决率",
        ProblemsSolvedWithout = "堵点解决率（不含移交上级）",
        HandedUp = "移交上级",
        RatesNote = "堵点包括“查堵点”和“办不成事”反映窗口的问题。解决率按两种口径并列：全部问题，以及扣除移交上级后的问题。",
        Ledger = "督办台账",
        Filter = "按类别筛选",
        FilterState = "按状态筛选",
        AllKinds = "全部类别",
        AllStates = "全部状态",
        None = "没有符合条件的事项。",
        NoneYet = "台账中还没有事项。可在下方登记，或导入 CSV 台账。",
        Mark = "标记",
        Entry = "事项",
        Kind = "类别",
        Lead = "牵头单位",
        Supports = "协办单位",
        Keeper = "督办单位",
        Officer = "责任人员（岗位）",
        Goal = "节点目标",
        Due = "完成时限",
        Standard = "工作标准",
        StateColumn = "状态",
        Progress = "进度",
        Difficulty = "难度系数",
        DifficultyBy = "{value}（{owner}，{version}）",
        Document = "依据文件",
        Origin = "来源",
        Note = "备注",
        More = "其余 {n} 项见 CSV 表。",
        Csv = "下载 CSV",
        Calendar = "年历",
        CalendarNote = "按 ISO 周排列：横条为立项至完成时限，○ 为未到达的节点，● 为已到达的节点，竖线为本周。",
        CalendarOf = "{title}：{from} 至 {due}，节点 {reached}/{all}",
        Weeks = "第 {week} 周",
        StepsReached = "节点 {reached}/{all}",
        Week = "{week}（{from}—{to}）",
        ExplainedTo = "已说明延期至 {week}",
        Tabs = "事项三图",
        TabProgress = "进度图",
        TabWork = "施工图",
        TabDuty = "责任图",
        Close = "关闭",
        Since = "自 {time}",
        Sides = "时间、数量、质量",
        Time = "时间",
        Quantity = "数量",
        Quality = "质量",
        QuantityOf = "{done} / {target}",
        QuantityMonth = "{month} 月底累计",
        Returned = "退回 {n} 次",
        History = "办理记录",
        When = "时间",
        Act = "办理",
        By = "以何单位名义",
        Counts = "计入",
        Does = "是",
        Steps = "节点",
        StepDone = "已于 {time} 到达",
        StepOpen = "未到达",
        NoSteps = "没有分解节点。",
        Actions = "办理",
        ActionsNote = "以 {unit} 名义办理。办理前他人已办理的，须重新查看后再办。",
        Reason = "说明",
        StepChoice = "到达的节点",
        Amount = "累计完成量",
        Qualifier = "口径",
        NewWeek = "延期至（ISO 周）",
        Register = "登记事项",
        RegisterNote = "五项必填：责任单位、责任人员（岗位）、节点目标、完成时限、工作标准；牵头单位只有一个。",
        Id = "编号",
        Title = "事项名称",
        Submit = "登记",
        SupportsHint = "多个单位路径以空格分隔",
        Upload = "导入台账",
        UploadNote = "CSV（UTF-8），列名与下载的表相同，也可用中文列名。每行单独判定：有误的行按行号列出，其余照常导入；重复导入不会重复登记。",
        File = "CSV 文件",
        Import = "导入",
        ImportDone = "共 {rows} 行：新导入 {new}，已有 {known}，冲突 {conflicts}，未导入 {wrong}。",
        ImportFailed = "未导入：{fault}",
        Line = "行号",
        Why = "原因",
        Back = "返回台账",
        Declared = "申报数与目标",
        DeclaredNote = "没有实时来源、由文件申报的数。≥ 为“余”，按下限计；≈ 为“近”“约”，不计为达标。",
        DeclaredWhat = "事项",
        DeclaredValue = "申报数",
        DeclaredTarget = "目标",
        DeclaredStanding = "对照",
        DeclaredDocument = "文件",
        AllOfThem = "全部",
        InYear = "{value}（{year} 年）",
        FromReview = "差评",
        FromCases = "超期件",
        FromSilence = "静默来源",
        YearChoice = "按年查看",
        ToLedger = "立项督办",
        InLedger = "督办中：{title}",
        CasesToLedger = "超期件",
        SilenceToLedger = "静默单位",
        LedgerOfUnit = "督办",
        NoSpan = "本年没有在期的事项。",
        AlreadyListed = "该来源已有督办事项：",
        Pieces = "项",
        KindOf = new Dictionary<TaskKind, string>
        {
            [TaskKind.Inspection] = "督办",
            [TaskKind.Challenge] = "揭榜挂帅",
            [TaskKind.KeyWork] = "重点工作",
            [TaskKind.Blockage] = "堵点",
            [TaskKind.Unresolved] = "办不成事",
            [TaskKind.Rectification] = "整改",
        },
        StateOfTask = new Dictionary<TaskState, string>
        {
            [TaskState.Registered] = "立项",
            [TaskState.Assigned] = "交办",
            [TaskState.Progressing] = "推进中",
            [TaskState.ClosureRequested] = "申请销号",
            [TaskState.Closed] = "销号",
            [TaskState.HandedUp] = "移交上级",
        },
        StateOfProblem = new Dictionary<TaskState, string>
        {
            [TaskState.Registered] = "已申报",
            [TaskState.Progressing] = "推进中",
            [TaskState.Closed] = "已完结",
            [TaskState.HandedUp] = "移交上级",
        },
        NotJudged = "不再评定",
        NotPlanned = "未分月",
        MarkOf = new Dictionary<TaskMark, string>
        {
            [TaskMark.None] = "正常",
            [TaskMark.Explained] = "已说明延期",
            [TaskMark.Warning] = "预警",
            [TaskMark.Behind] = "滞后",
        },
        ActOf = new Dictionary<TaskAct, string>
        {
            [TaskAct.Registered] = "立项",
            [TaskAct.Amended] = "变更",
            [TaskAct.Assigned] = "交办",
            [TaskAct.Started] = "启动推进",
            [TaskAct.Reached] = "节点到达",
            [TaskAct.Progressed] = "填报完成量",
            [TaskAct.Explained] = "说明延期",
            [TaskAct.ClosureRequested] = "申请销号",
            [TaskAct.Returned] = "退回",
            [TaskAct.Closed] = "销号",
            [TaskAct.HandedUp] = "移交上级",
        },
        QualifierOf = new Dictionary<MilestoneQualifier, string>
        {
            [MilestoneQualifier.Exact] = "确数",
            [MilestoneQualifier.AtLeast] = "至少（“余”）",
            [MilestoneQualifier.About] = "约（“近”）",
        },
        StandingOf = new Dictionary<MilestoneStanding, string>
        {
            [MilestoneStanding.Met] = "已达到",
            [MilestoneStanding.Behind] = "未达到",
            [MilestoneStanding.Unsure] = "约数或无总数，不计为达标",
        },
        HeadOfUnit = "部门负责人（岗位）",
        FromOrigin = new Dictionary<TaskOriginKind, OriginTexts>
        {
            [TaskOriginKind.Review] = new("{unit} 超期差评 {id} 整改", "完成回访和整改并公开结果", "评价人得到答复，整改有记录可查"),
            [TaskOriginKind.Cases] = new("{unit} 超期件督办", "超期件全部办结或依法告知延期", "系统中不再有超期未办结的办件"),
            [TaskOriginKind.Silence] = new("{unit} 数据恢复上报 {id}", "恢复上报并补报缺漏数据", "数据状态为正常，缺号补齐"),
        },
        Said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["accepted"] = "已办理。",
            ["conflict"] = "他人已先行办理，请查看最新状态后再办。",
            ["cannot_follow"] = "未办理：该步骤不能接在当前状态之后。",
            ["not_yours"] = "未办理：只有督办单位，或牵头单位就其自身工作，可以办理。",
            ["two_leads"] = "牵头单位只能有一个。",
            ["no_such_week"] = "完成时限不是有效的 ISO 周，例如 2026-W30。",
            ["missing_member"] = "有必填项未填。",
            ["invalid_member"] = "有一项填写不符合要求。",
            ["invalid_unit"] = "单位路径有误。",
            ["unknown_unit"] = "单位不在单位名录中。",
            ["personal_data"] = "内容中含有身份证号或手机号，请删去。",
            ["control_character"] = "内容中含有控制字符，请删去。",
            ["unavailable"] = "暂时无法保存，请稍后再办。",
        },
    };

    public static readonly SupervisionWords En = new()
    {
        Explained = "Entries that this unit keeps, leads or supports. Handing up is not solving, and an explained delay is not keeping to the week. All of it follows from the events of the ledger, which stand at each entry.",
        Figures = "Ledger at a glance",
        Open = "Open",
        TasksClosed = "Tasks closed",
        TasksClosedWithout = "Tasks closed, without those handed up",
        ProblemsSolved = "Problems solved",
        ProblemsSolvedWithout = "Problems solved, without those handed up",
        HandedUp = "Handed up",
        RatesNote = "Problems are blockages and what could not be done elsewhere. Both rates are shown: of all, and of those that were not handed up.",
        Ledger = "Ledger",
        Filter = "Filter by kind",
        FilterState = "Filter by state",
        AllKinds = "All kinds",
        AllStates = "All states",
        None = "No entry is of this kind and state.",
        NoneYet = "The ledger holds nothing yet. Register an entry below, or import a table.",
        Mark = "Mark",
        Entry = "Entry",
        Kind = "Kind",
        Lead = "Lead unit",
        Supports = "Supporting units",
        Keeper = "Kept by",
        Officer = "Officer (position)",
        Goal = "Goal",
        Due = "Due week",
        Standard = "Standard",
        StateColumn = "State",
        Progress = "Progress",
        Difficulty = "Difficulty",
        DifficultyBy = "{value} ({owner}, {version})",
        Document = "Document",
        Origin = "Came from",
        Note = "Note",
        More = "{n} more are in the CSV table.",
        Csv = "Download CSV",
        Calendar = "Calendar of the year",
        CalendarNote = "By ISO week: the bar runs from registration to the due week, ○ is a step not reached, ● one that was; the upright line is this week.",
        CalendarOf = "{title}: {from} to {due}, steps {reached} of {all}",
        Weeks = "Week {week}",
        StepsReached = "steps {reached}/{all}",
        Week = "{week} ({from} to {to})",
        ExplainedTo = "Explained, now {week}",
        Tabs = "Three views of the entry",
        TabProgress = "Progress",
        TabWork = "Work plan",
        TabDuty = "Responsibility",
        Close = "Close",
        Since = "since {time}",
        Sides = "Time, quantity, quality",
        Time = "Time",
        Quantity = "Quantity",
        Quality = "Quality",
        QuantityOf = "{done} of {target}",
        QuantityMonth = "By the end of month {month}",
        Returned = "returned {n} times",
        History = "What was said",
        When = "When",
        Act = "Act",
        By = "In the name of",
        Counts = "Counts",
        Does = "yes",
        Steps = "Steps",
        StepDone = "reached {time}",
        StepOpen = "not reached",
        NoSteps = "No steps were planned.",
        Actions = "Act",
        ActionsNote = "In the name of {unit}. Where somebody else was first, look again before you act.",
        Reason = "In words",
        StepChoice = "Step reached",
        Amount = "Done in all",
        Qualifier = "How exactly",
        NewWeek = "By which ISO week",
        Register = "Register an entry",
        RegisterNote = "Five fields are never left out: unit, officer, goal, week and standard; there is exactly one lead unit.",
        Id = "Id",
        Title = "Title",
        Submit = "Register",
        SupportsHint = "several paths, separated by spaces",
        Upload = "Import a ledger",
        UploadNote = "CSV in UTF-8 with the columns of the download. Each row is judged for itself: wrong ones are named by line, the others are imported; importing again changes nothing.",
        File = "CSV file",
        Import = "Import",
        ImportDone = "{rows} rows: {new} new, {known} known, {conflicts} in conflict, {wrong} not imported.",
        ImportFailed = "Not imported: {fault}",
        Line = "Line",
        Why = "Why",
        Back = "Back to the ledger",
        Declared = "Declared values and targets",
        DeclaredNote = "Values without a live source, as documents say them. ≥ is a lower bound; ≈ is about so many, and not counted as met.",
        DeclaredWhat = "What",
        DeclaredValue = "Declared",
        DeclaredTarget = "Target",
        DeclaredStanding = "Standing",
        DeclaredDocument = "Document",
        AllOfThem = "all",
        InYear = "{value} ({year})",
        FromReview = "Bad review",
        FromCases = "Overdue cases",
        FromSilence = "Silent source",
        YearChoice = "By year",
        ToLedger = "Put into the ledger",
        InLedger = "In the ledger: {title}",
        CasesToLedger = "Overdue cases",
        SilenceToLedger = "Silent unit",
        LedgerOfUnit = "Supervision",
        NoSpan = "No entry runs in this year.",
        AlreadyListed = "There is an entry for it already: ",
        Pieces = "entries",
        KindOf = new Dictionary<TaskKind, string>
        {
            [TaskKind.Inspection] = "Inspection finding",
            [TaskKind.Challenge] = "Task taken",
            [TaskKind.KeyWork] = "Key work",
            [TaskKind.Blockage] = "Blockage",
            [TaskKind.Unresolved] = "Could not be done",
            [TaskKind.Rectification] = "Rectification",
        },
        StateOfTask = new Dictionary<TaskState, string>
        {
            [TaskState.Registered] = "Registered",
            [TaskState.Assigned] = "Assigned",
            [TaskState.Progressing] = "In progress",
            [TaskState.ClosureRequested] = "Closing requested",
            [TaskState.Closed] = "Closed",
            [TaskState.HandedUp] = "Handed up",
        },
        StateOfProblem = new Dictionary<TaskState, string>
        {
            [TaskState.Registered] = "Declared",
            [TaskState.Progressing] = "In progress",
            [TaskState.Closed] = "Solved",
            [TaskState.HandedUp] = "Handed up",
        },
        NotJudged = "No longer judged",
        NotPlanned = "Not by month",
        MarkOf = new Dictionary<TaskMark, string>
        {
            [TaskMark.None] = "Normal",
            [TaskMark.Explained] = "Delay explained",
            [TaskMark.Warning] = "Warning",
            [TaskMark.Behind] = "Behind",
        },
        ActOf = new Dictionary<TaskAct, string>
        {
            [TaskAct.Registered] = "Registered",
            [TaskAct.Amended] = "Amended",
            [TaskAct.Assigned] = "Assign",
            [TaskAct.Started] = "Start",
            [TaskAct.Reached] = "Step reached",
            [TaskAct.Progressed] = "Report quantity",
            [TaskAct.Explained] = "Explain a delay",
            [TaskAct.ClosureRequested] = "Request closing",
            [TaskAct.Returned] = "Return",
            [TaskAct.Closed] = "Close",
            [TaskAct.HandedUp] = "Hand up",
        },
        QualifierOf = new Dictionary<MilestoneQualifier, string>
        {
            [MilestoneQualifier.Exact] = "exact",
            [MilestoneQualifier.AtLeast] = "at least",
            [MilestoneQualifier.About] = "about",
        },
        StandingOf = new Dictionary<MilestoneStanding, string>
        {
            [MilestoneStanding.Met] = "met",
            [MilestoneStanding.Behind] = "behind",
            [MilestoneStanding.Unsure] = "not exact enough: not counted as met",
        },
        HeadOfUnit = "Head of the department (position)",
        FromOrigin = new Dictionary<TaskOriginKind, OriginTexts>
        {
            [TaskOriginKind.Review] = new("Put right the overdue bad review {id} of {unit}", "Contact, rectify and publish", "Whoever rated was answered, and what was put right is on record"),
            [TaskOriginKind.Cases] = new("Overdue cases of {unit}", "Complete all of them, or extend them by law", "No case is overdue any more"),
            [TaskOriginKind.Silence] = new("{unit} reports again {id}", "Report again, and send what is missing", "The unit is live, and no number is missing"),
        },
        Said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["accepted"] = "Done.",
            ["conflict"] = "Somebody else was first: look at the entry as it is now.",
            ["cannot_follow"] = "Not done: this cannot follow the present state.",
            ["not_yours"] = "Not done: only the unit that keeps the ledger says this, or the lead unit what it did itself.",
            ["two_leads"] = "There is exactly one lead unit.",
            ["no_such_week"] = "The week is no ISO week, such as 2026-W30.",
            ["missing_member"] = "A field that is never left out is empty.",
            ["invalid_member"] = "A field is not of its form.",
            ["invalid_unit"] = "A unit path is wrong.",
            ["unknown_unit"] = "A unit is not in the roster.",
            ["personal_data"] = "It holds an identity-card or telephone number: take it out.",
            ["control_character"] = "It holds a control character: take it out.",
            ["unavailable"] = "It cannot be stored at present: try again later.",
        },
    };

    public required string Explained { get; init; }

    public required string Figures { get; init; }

    public required string Open { get; init; }

    public required string TasksClosed { get; init; }

    public required string TasksClosedWithout { get; init; }

    public required string ProblemsSolved { get; init; }

    public required string ProblemsSolvedWithout { get; init; }

    public required string HandedUp { get; init; }

    public required string RatesNote { get; init; }

    public required string Ledger { get; init; }

    public required string Filter { get; init; }

    public required string FilterState { get; init; }

    public required string AllKinds { get; init; }

    public required string AllStates { get; init; }

    public required string None { get; init; }

    public required string NoneYet { get; init; }

    public required string Mark { get; init; }

    public required string Entry { get; init; }

    public required string Kind { get; init; }

    public required string Lead { get; init; }

    public required string Supports { get; init; }

    public required string Keeper { get; init; }

    public required string Officer { get; init; }

    public required string Goal { get; init; }

    public required string Due { get; init; }

    public required string Standard { get; init; }

    public required string StateColumn { get; init; }

    public required string Progress { get; init; }

    public required string Difficulty { get; init; }

    public required string DifficultyBy { get; init; }

    public required string Document { get; init; }

    public required string Origin { get; init; }

    public required string Note { get; init; }

    public required string More { get; init; }

    public required string Csv { get; init; }

    public required string Calendar { get; init; }

    public required string CalendarNote { get; init; }

    public required string CalendarOf { get; init; }

    public required string Weeks { get; init; }

    public required string StepsReached { get; init; }

    public required string Week { get; init; }

    public required string ExplainedTo { get; init; }

    public required string Tabs { get; init; }

    public required string TabProgress { get; init; }

    public required string TabWork { get; init; }

    public required string TabDuty { get; init; }

    public required string Close { get; init; }

    public required string Since { get; init; }

    public required string Sides { get; init; }

    public required string Time { get; init; }

    public required string Quantity { get; init; }

    public required string Quality { get; init; }

    public required string QuantityOf { get; init; }

    public required string QuantityMonth { get; init; }

    public required string Returned { get; init; }

    public required string History { get; init; }

    public required string When { get; init; }

    public required string Act { get; init; }

    public required string By { get; init; }

    public required string Counts { get; init; }

    public required string Does { get; init; }

    public required string Steps { get; init; }

    public required string StepDone { get; init; }

    public required string StepOpen { get; init; }

    public required string NoSteps { get; init; }

    public required string Actions { get; init; }

    public required string ActionsNote { get; init; }

    public required string Reason { get; init; }

    public required string StepChoice { get; init; }

    public required string Amount { get; init; }

    public required string Qualifier { get; init; }

    public required string NewWeek { get; init; }

    public required string Register { get; init; }

    public required string RegisterNote { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Submit { get; init; }

    public required string SupportsHint { get; init; }

    public required string Upload { get; init; }

    public required string UploadNote { get; init; }

    public required string File { get; init; }

    public required string Import { get; init; }

    public required string ImportDone { get; init; }

    public required string ImportFailed { get; init; }

    public required string Line { get; init; }

    public required string Why { get; init; }

    public required string Back { get; init; }

    public required string Declared { get; init; }

    public required string DeclaredNote { get; init; }

    public required string DeclaredWhat { get; init; }

    public required string DeclaredValue { get; init; }

    public required string DeclaredTarget { get; init; }

    public required string DeclaredStanding { get; init; }

    public required string DeclaredDocument { get; init; }

    public required string AllOfThem { get; init; }

    public required string InYear { get; init; }

    public required string FromReview { get; init; }

    public required string FromCases { get; init; }

    public required string FromSilence { get; init; }

    public required string YearChoice { get; init; }

    /// <summary>The way from a screen to a new entry.</summary>
    public required string ToLedger { get; init; }

    public required string InLedger { get; init; }

    public required string CasesToLedger { get; init; }

    public required string SilenceToLedger { get; init; }

    public required string LedgerOfUnit { get; init; }

    public required string NoSpan { get; init; }

    public required string AlreadyListed { get; init; }

    public required string Pieces { get; init; }

    public required IReadOnlyDictionary<TaskKind, string> KindOf { get; init; }

    public required IReadOnlyDictionary<TaskState, string> StateOfTask { get; init; }

    public required IReadOnlyDictionary<TaskState, string> StateOfProblem { get; init; }

    /// <summary>In the place of a mark, of an entry that is closed or was handed up.</summary>
    public required string NotJudged { get; init; }

    /// <summary>In the place of a mark of quantity, where no numbers by month were declared.</summary>
    public required string NotPlanned { get; init; }

    public required IReadOnlyDictionary<TaskMark, string> MarkOf { get; init; }

    public required IReadOnlyDictionary<TaskAct, string> ActOf { get; init; }

    public required IReadOnlyDictionary<MilestoneQualifier, string> QualifierOf { get; init; }

    public required IReadOnlyDictionary<MilestoneStanding, string> StandingOf { get; init; }

    public required string HeadOfUnit { get; init; }

    public required IReadOnlyDictionary<TaskOriginKind, OriginTexts> FromOrigin { get; init; }

    /// <summary>What came of the last act, by its verdict or the rule that forbade it.</summary>
    public required IReadOnlyDictionary<string, string> Said { get; init; }

    public static SupervisionWords For(Words words) => words.IsEnglish ? En : Zh;

    /// <summary>A problem is declared and solved, a task registered and closed.</summary>
    public string StateOf(TaskKind kind, TaskState state) => (kind.IsProblem() ? StateOfProblem : StateOfTask)[state];
}
