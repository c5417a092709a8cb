using OpsBoard.Web.Reviews;

namespace OpsBoard.Web.Screens.Reviews;

/// <summary>The words of the screen of bad reviews. Places in braces are filled with printed figures.</summary>
public sealed record ReviewWords
{
    public static readonly ReviewWords Zh = new()
    {
        Filter = "按状态筛选",
        State = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReviewStates.Open] = "全部未办结",
            [OpenReview.ToContact] = "待回访",
            [OpenReview.ToRectify] = "整改中",
            [ReviewStates.DueSoon] = "▲ 临近期限",
            [ReviewStates.Overdue] = "■ 超期",
        },
        Flow = "差评 → 待回访 → 整改中 → 整改完成 → 公开。超期另作标记：▲ 用去时限的九成或只剩最后一个工作日，■ 已超过时限。",
        Board = "未办结差评",
        None = "没有。",
        NoneOpen = "目前没有未办结的差评。",
        Submitted = "{time} 提交",
        Age = "已过 {age}",
        Due = "期限 {day}",
        Used = "已用 {used}/{limit} 个工作日",
        DueSoon = "临近期限",
        Overdue = "超期",
        More = "其余 {n} 条在 CSV 表中。",
        Figures = "指标（{period}）",
        Published = "公开",
        Upheld = "申诉剔除",
        Pieces = "条",
        FiguresNote = "回访、整改各率按到期日统计：当期到期的差评中，按期办到的所占比例。公开与申诉剔除只列件数：与其他各数不是同一批差评，不相除。",
        ByChild = "各单位未办结差评",
        NoneBeneath = "各下级单位均没有未办结的差评。",
    };

    public static readonly ReviewWords En = new()
    {
        Filter = "Filter by state",
        State = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReviewStates.Open] = "All open",
            [OpenReview.ToContact] = "To contact",
            [OpenReview.ToRectify] = "To rectify",
            [ReviewStates.DueSoon] = "▲ Due soon",
            [ReviewStates.Overdue] = "■ Overdue",
        },
        Flow = "Bad review → to contact → to rectify → rectified → published. Time is marked apart: ▲ from 90 % of the limit or one working day before its end, ■ beyond it.",
        Board = "Open bad reviews",
        None = "None.",
        NoneOpen = "No bad review is open.",
        Submitted = "submitted {time}",
        Age = "{age} ago",
        Due = "due {day}",
        Used = "{used} of {limit} working days used",
        DueSoon = "due soon",
        Overdue = "overdue",
        More = "{n} more are in the CSV table.",
        Figures = "Figures ({period})",
        Published = "Published",
        Upheld = "Taken out by appeals",
        Pieces = "reviews",
        FiguresNote = "Rates of contact and rectification are by deadline: of the bad reviews due in the period, those done in time. Published ones and those taken out are counts only: they are not of the same population as the others and are never divided.",
        ByChild = "Open bad reviews by unit",
        NoneBeneath = "No unit beneath has an open bad review.",
    };

    public required string Filter { get; init; }

    /// <summary>By <see cref="ReviewStates"/>.</summary>
    public required IReadOnlyDictionary<string, string> State { get; init; }

    public required string Flow { get; init; }

    public required string Board { get; init; }

    public required string None { get; init; }

    public required string NoneOpen { get; init; }

    public required string Submitted { get; init; }

    public required string Age { get; init; }

    public required string Due { get; init; }

    public required string Used { get; init; }

    public required string DueSoon { get; init; }

    public required string Overdue { get; init; }

    public required string More { get; init; }

    public required string Figures { get; init; }

    public required string Published { get; init; }

    public required string Upheld { get; init; }

    /// <summary>Follows a count of reviews.</summary>
    public required string Pieces { get; init; }

    public required string FiguresNote { get; init; }

    public required string ByChild { get; init; }

    public required string NoneBeneath { get; init; }

    public static ReviewWords For(Words words) => words.IsEnglish ? En : Zh;
}
