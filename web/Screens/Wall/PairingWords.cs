namespace OpsBoard.Web.Screens.Wall;

/// <summary>The words of a wall that waits to be let in, in one language.</summary>
public sealed record PairingWords
{
    public required string Title { get; init; }

    public required string Code { get; init; }

    public required string Explained { get; init; }

    public required string Verb { get; init; }

    /// <summary>With <c>{time}</c>, minutes and seconds.</summary>
    public required string Holds { get; init; }

    public required string Asking { get; init; }

    public required string Busy { get; init; }

    public required string Cut { get; init; }

    public required string Paired { get; init; }

    public required string Script { get; init; }

    public static PairingWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly PairingWords Zh = new()
    {
        Title = "大屏待配对",
        Code = "配对码",
        Explained = "请管理员或本单位操作员登录后打开「大屏设备」（/admin/devices），核对地址并输入此码。",
        Verb = "或在服务器上运行：",
        Holds = "{time} 后自动更换新码。",
        Asking = "正在获取配对码 …",
        Busy = "申请过于频繁，稍后自动重试。",
        Cut = "连接中断，正在重试。",
        Paired = "已批准，正在打开大屏 …",
        Script = "配对需要启用脚本。",
    };

    public static readonly PairingWords En = new()
    {
        Title = "Wall not paired",
        Code = "Pairing code",
        Explained = "An administrator, or an operator of this unit, signs in, opens Walls (/admin/devices), compares the address and types this code.",
        Verb = "Or on the server:",
        Holds = "A new code follows in {time}.",
        Asking = "Asking for a code …",
        Busy = "Too many codes were asked for; trying again soon.",
        Cut = "No connection; trying again.",
        Paired = "Approved; opening the wall …",
        Script = "Pairing needs scripts.",
    };
}
