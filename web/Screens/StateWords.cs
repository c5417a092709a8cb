using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>States and levels of a figure as words, for whoever does not see their marks.</summary>
public static class StateWords
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Zh =
    [
        new(States.Stale, "数据过期"), new(States.NoData, "无数据"),
        new(Levels.Watch, "关注"), new(Levels.Warning, "预警"), new(Levels.Behind, "未达标"), new(Levels.Overdue, "超期"),
    ];

    private static readonly IReadOnlyList<KeyValuePair<string, string>> En =
    [
        new(States.Stale, "stale"), new(States.NoData, "no data"),
        new(Levels.Watch, "watch"), new(Levels.Warning, "warning"), new(Levels.Behind, "behind"), new(Levels.Overdue, "overdue"),
    ];

    /// <summary>By state or level. The other two states have their words in place of the figure.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> For(Words words) => words.IsEnglish ? En : Zh;
}
