using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

/// <summary>The words of the walls' table in one language.</summary>
public sealed record FleetWords
{
    public required string Title { get; init; }

    public required string Explained { get; init; }

    public required string None { get; init; }

    public required string Csv { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required string Actions { get; init; }

    /// <summary>With <c>{text}</c>: what the wall was asked to do and has not fetched yet.</summary>
    public required string Asked { get; init; }

    public required string OtherBuild { get; init; }

    /// <summary>By <see cref="WallHealth.StateAt"/>.</summary>
    public required IReadOnlyDictionary<string, string> States { get; init; }

    /// <summary>By the name of the view; one without a word here is called by its name.</summary>
    public required IReadOnlyDictionary<string, string> Views { get; init; }

    public required IReadOnlyDictionary<WallCommand, string> Commands { get; init; }

    public static FleetWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly FleetWords Zh = new()
    {
        Title = "大屏管理",
        Explained = "各大屏每 30 秒上报一次，90 秒没有上报记为失联；指令在下次上报时送达。仅保存在内存中，服务重启后重新上报。",
        None = "还没有大屏上报。",
        Csv = "下载 CSV",
        Columns = ["编号", "范围", "地点", "状态", "数据时延", "最近上报", "画面", "分辨率", "角分像素", "版本", "最近绘制", "帧率", "内存", "节点", "重载次数"],
        Actions = "操作",
        Asked = "待送达：{text}",
        OtherBuild = "与服务端不同",
        States = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lost"] = "■ 失联",
            ["cutoff"] = "■ 画面断线",
            ["unpaired"] = "▲ 未配对",
            ["feed"] = "▲ 服务端断流",
            ["still"] = "◆ 尚未连接",
            ["reloading"] = "◆ 正在更换新版",
            ["replay"] = "◆ 回放",
            ["live"] = "正常",
        },
        Views = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["overview"] = "总览", ["lagging"] = "短板", ["reviews"] = "差评", ["loop"] = "差评", ["ledger"] = "督办", ["windows"] = "大厅",
        },
        Commands = new Dictionary<WallCommand, string> { [WallCommand.Identify] = "识别", [WallCommand.Reload] = "重载" },
    };

    public static readonly FleetWords En = new()
    {
        Title = "Walls",
        Explained = "Each wall reports every 30 s; without a report for 90 s it is lost. It fetches what it is asked to do with its next report. Kept in memory only: after a restart of the server the walls report anew.",
        None = "No wall has reported yet.",
        Csv = "Download CSV",
        Columns = ["No.", "Scope", "Place", "State", "Data age", "Last report", "View", "Resolution", "px/arcmin", "Build", "Last paint", "fps", "Heap", "Nodes", "Reloads"],
        Actions = "Actions",
        Asked = "Not fetched yet: {text}",
        OtherBuild = "not the server's",
        States = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lost"] = "■ Lost",
            ["cutoff"] = "■ Screen cut off",
            ["unpaired"] = "▲ Not paired",
            ["feed"] = "▲ Server hears nothing",
            ["still"] = "◆ Not connected yet",
            ["reloading"] = "◆ Changing to a new build",
            ["replay"] = "◆ Replay",
            ["live"] = "Normal",
        },
        Views = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["overview"] = "Overview", ["lagging"] = "Lagging", ["reviews"] = "Bad reviews", ["loop"] = "Bad reviews", ["ledger"] = "Supervision", ["windows"] = "Hall",
        },
        Commands = new Dictionary<WallCommand, string> { [WallCommand.Identify] = "Identify", [WallCommand.Reload] = "Reload" },
    };
}
