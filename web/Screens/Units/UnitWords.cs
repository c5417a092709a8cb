namespace OpsBoard.Web.Screens.Units;

/// <summary>The words of the page of a unit.</summary>
internal sealed record UnitWords
{
    public static readonly UnitWords Zh = new()
    {
        Trend = "今日办件走势",
        AcceptedToday = "今日受理",
        CompletedToday = "今日办结",
        Accepted = "受理",
        Completed = "办结",
        Slice = "时段（每格 15 分钟，进行中的一格不画）",
        Cases = "件数",
        TrendSummary = "截至 {time}，受理 {accepted} 件，办结 {completed} 件。",
        WeekdaySummary = "虚线为{day}，同一时刻受理 {accepted} 件，办结 {completed} 件。",
        NoWeekday = "此前八周没有同一星期几的数据可比。",
        Waits = "今日等候时间",
        Handling = "今日办理时间",
        WaitsOfPeriod = "等候时间",
        HandlingOfPeriod = "办理时间",
        Duration = "时长（从该值起，到下一格为止）",
        Times = "次数",
        Durations = "共 {count} 次；半数不超过 {p50}（P50），九成不超过 {p90}（P90），最长 {max}。",
        NoDurations = "尚无数据。",
        Rate = "比率",
        Count = "数量",
        Day = "日期",
        Month = "月份",
        DaysSummary = "{all} 个时点中 {known} 个有数据，最近一次为 {newest}；空缺不连线。",
        TargetsDisagree = "各文件目标不一致，一并画出。",
        Volume = "受理与办结",
        VolumeSummary = "受理 {accepted} 件，办结 {completed} 件。",
        Matrix = "条块一览：{indicator}",
        CountyAndDepartment = "市县 ＼ 部门",
        MatrixSummary = "{counties} 个市县、{departments} 个部门，底色越深数值越大；■ 未达标 {behind} 处，／ 为未设该部门。",
        Charts = "图表",
        Metric = "指标",
        Range = "时间范围",
        Days30 = "近 30 天",
        Months12 = "近 12 个月",
        Show = "查看",
        Filter = "筛选",
        MoreOf = "展开",
        Less = "收起",
        NoChild = "没有符合筛选条件的单位。",
        Rates = "办结率（两种口径，不可合并）",
        FlowNote = "含往期件，可超过 100%",
        CohortNote = "分子分母为同一批办件",
        Overdue = "超期件",
        OverdueSummary = "共 {total} 件，列出超期最久的 {shown} 件。工作日不含受理当日；期限已含延长和中止顺延的天数。",
        NoOverdue = "没有超期件。",
        Suspended = "另有 {count} 件处于中止状态，时钟暂停，不计超期。",
        Window = "窗口",
        Case = "办件",
        AcceptedOn = "受理日",
        DueOn = "应办结日",
        Promised = "承诺（工作日）",
        Legal = "法定（工作日）",
        Used = "已用（工作日）",
        Late = "超期（工作日）",
        LessThanOne = "不足 1",
        State = "状态",
        BeyondLaw = "超法定时限",
        BeyondPromise = "超承诺时限",
        IsSuspended = "中止",
        NoLimit = "未设",
        Reviews = "未结差评",
        ReviewsSummary = "共 {total} 条，列出最先到期的 {shown} 条。",
        NoReviews = "没有未结差评。",
        AllReviews = "全部差评",
        Review = "评价",
        Submitted = "评价时间",
        Step = "环节",
        ToContact = "待回访",
        ToRectify = "待整改",
        WindowStates = "窗口状态",
        WindowsNote = "忙、闲、离岗：来源未报送，不作推测。",
        Since = "自",
        Filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["all"] = "全部单位", ["overdue"] = "有超期件", ["windowsSilent"] = "有静默窗口", ["silent"] = "未上报" },
        WindowState = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [WindowStatus.Open] = "● 开放",
            [WindowStatus.Paused] = "Ⅱ 暂停",
            [WindowStatus.Offline] = "○ 离线",
            [WindowStatus.Closed] = "／ 未开放",
            [WindowStatus.Never] = "○ 从未上报",
        },
    };

    public static readonly UnitWords En = new()
    {
        Trend = "Cases through the day",
        AcceptedToday = "Accepted today",
        CompletedToday = "Completed today",
        Accepted = "accepted",
        Completed = "completed",
        Slice = "Slice of 15 minutes (the one under way is left out)",
        Cases = "Cases",
        TrendSummary = "Until {time}: {accepted} accepted, {completed} completed.",
        WeekdaySummary = " Dashed: {day}, by the same time {accepted} accepted, {completed} completed.",
        NoWeekday = " The eight weeks before hold no same weekday to compare with.",
        Waits = "Waiting today",
        Handling = "Handling today",
        WaitsOfPeriod = "Waiting",
        HandlingOfPeriod = "Handling",
        Duration = "Duration (from here to the next bar)",
        Times = "Times",
        Durations = "{count} in all; half within {p50} (P50), nine tenths within {p90} (P90), the longest {max}.",
        NoDurations = "Nothing measured yet.",
        Rate = "Rate",
        Count = "Count",
        Day = "Day",
        Month = "Month",
        DaysSummary = "{known} of {all} places have data, the newest is {newest}; gaps are not joined.",
        TargetsDisagree = " The documents disagree on the target; all of them are drawn.",
        Volume = "Accepted and completed",
        VolumeSummary = "{accepted} accepted, {completed} completed.",
        Matrix = "Counties by departments: {indicator}",
        CountyAndDepartment = "County \\ department",
        MatrixSummary = "{counties} counties, {departments} departments; the darker the ground, the larger the value; ■ behind target in {behind} places, ／ where there is no such department.",
        Charts = "Charts",
        Metric = "Indicator",
        Range = "Time",
        Days30 = "30 days",
        Months12 = "12 months",
        Show = "Show",
        Filter = "Show only",
        MoreOf = "Details",
        Less = "Close",
        NoChild = "No unit matches the choice.",
        Rates = "Completion rates (two definitions, never merged)",
        FlowNote = "Cases of earlier periods are in it, so it can exceed 100 %",
        CohortNote = "The same cases above and below",
        Overdue = "Overdue cases",
        OverdueSummary = "{total} in all; the {shown} longest overdue are listed. Working days leave out the day of acceptance; limits include extensions and suspensions.",
        NoOverdue = "No case is overdue.",
        Suspended = "{count} more are suspended: their clocks stand still and they are not overdue.",
        Window = "Window",
        Case = "Case",
        AcceptedOn = "Accepted on",
        DueOn = "Due on",
        Promised = "Promised (working days)",
        Legal = "Legal (working days)",
        Used = "Used (working days)",
        Late = "Overdue (working days)",
        LessThanOne = "<1",
        State = "State",
        BeyondLaw = "Beyond the legal limit",
        BeyondPromise = "Beyond the promise",
        IsSuspended = "suspended",
        NoLimit = "None",
        Reviews = "Open bad reviews",
        ReviewsSummary = "{total} in all; the {shown} that are due first are listed.",
        NoReviews = "No bad review is open.",
        AllReviews = "All bad reviews",
        Review = "Review",
        Submitted = "Submitted",
        Step = "Step",
        ToContact = "To contact",
        ToRectify = "To rectify",
        WindowStates = "Window states",
        WindowsNote = "Busy, idle and away: no source reports them, so nothing is guessed.",
        Since = "Since",
        Filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["all"] = "All units", ["overdue"] = "With overdue cases", ["windowsSilent"] = "With silent windows", ["silent"] = "Not reporting" },
        WindowState = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [WindowStatus.Open] = "● Open",
            [WindowStatus.Paused] = "Ⅱ Paused",
            [WindowStatus.Offline] = "○ Offline",
            [WindowStatus.Closed] = "／ Not open",
            [WindowStatus.Never] = "○ Never reported",
        },
    };

    public required string Trend { get; init; }

    public required string AcceptedToday { get; init; }

    public required string CompletedToday { get; init; }

    public required string Accepted { get; init; }

    public required string Completed { get; init; }

    public required string Slice { get; init; }

    public required string Cases { get; init; }

    /// <summary>With <c>{time}</c>, <c>{accepted}</c> and <c>{completed}</c>.</summary>
    public required string TrendSummary { get; init; }

    /// <summary>With <c>{day}</c>, <c>{accepted}</c> and <c>{completed}</c>.</summary>
    public required string WeekdaySummary { get; init; }

    public required string NoWeekday { get; init; }

    public required string Waits { get; init; }

    public required string Handling { get; init; }

    public required string WaitsOfPeriod { get; init; }

    public required string HandlingOfPeriod { get; init; }

    public required string Duration { get; init; }

    public required string Times { get; init; }

    /// <summary>With <c>{count}</c>, <c>{p50}</c>, <c>{p90}</c> and <c>{max}</c>.</summary>
    public required string Durations { get; init; }

    public required string NoDurations { get; init; }

    public required string Rate { get; init; }

    public required string Count { get; init; }

    public required string Day { get; init; }

    public required string Month { get; init; }

    /// <summary>With <c>{known}</c>, <c>{all}</c> and <c>{newest}</c>.</summary>
    public required string DaysSummary { get; init; }

    public required string TargetsDisagree { get; init; }

    public required string Volume { get; init; }

    /// <summary>With <c>{accepted}</c> and <c>{completed}</c>.</summary>
    public required string VolumeSummary { get; init; }

    /// <summary>With <c>{indicator}</c>.</summary>
    public required string Matrix { get; init; }

    public required string CountyAndDepartment { get; init; }

    /// <summary>With <c>{counties}</c>, <c>{departments}</c> and <c>{behind}</c>.</summary>
    public required string MatrixSummary { get; init; }

    public required string Charts { get; init; }

    public required string Metric { get; init; }

    public required string Range { get; init; }

    public required string Days30 { get; init; }

    public required string Months12 { get; init; }

    public required string Show { get; init; }

    public required string Filter { get; init; }

    public required string MoreOf { get; init; }

    public required string Less { get; init; }

    public required string NoChild { get; init; }

    public required string Rates { get; init; }

    public required string FlowNote { get; init; }

    public required string CohortNote { get; init; }

    public required string Overdue { get; init; }

    /// <summary>With <c>{total}</c> and <c>{shown}</c>.</summary>
    public required string OverdueSummary { get; init; }

    public required string NoOverdue { get; init; }

    /// <summary>With <c>{count}</c>.</summary>
    public required string Suspended { get; init; }

    public required string Window { get; init; }

    public required string Case { get; init; }

    public required string AcceptedOn { get; init; }

    public required string DueOn { get; init; }

    public required string Promised { get; init; }

    public required string Legal { get; init; }

    public required string Used { get; init; }

    public required string Late { get; init; }

    /// <summary>Due today, and the hour has passed.</summary>
    public required string LessThanOne { get; init; }

    public required string State { get; init; }

    public required string BeyondLaw { get; init; }

    public required string BeyondPromise { get; init; }

    public required string IsSuspended { get; init; }

    public required string NoLimit { get; init; }

    public required string Reviews { get; init; }

    /// <summary>With <c>{total}</c> and <c>{shown}</c>.</summary>
    public required string ReviewsSummary { get; init; }

    public required string NoReviews { get; init; }

    public required string AllReviews { get; init; }

    public required string Review { get; init; }

    public required string Submitted { get; init; }

    public required string Step { get; init; }

    public required string ToContact { get; init; }

    public required string ToRectify { get; init; }

    public required string WindowStates { get; init; }

    public required string WindowsNote { get; init; }

    public required string Since { get; init; }

    /// <summary>By <see cref="ChildColumns.Filters"/>.</summary>
    public required IReadOnlyDictionary<string, string> Filters { get; init; }

    /// <summary>By the states of <see cref="WindowStatus"/>: a shape and a word.</summary>
    public required IReadOnlyDictionary<string, string> WindowState { get; init; }

    public static UnitWords For(Words words) => words.IsEnglish ? En : Zh;
}
