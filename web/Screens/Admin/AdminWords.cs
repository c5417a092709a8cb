using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.People;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>The words of the administration in one language.</summary>
public sealed record AdminWords
{
    public required string Pages { get; init; }

    public required string Csv { get; init; }

    public required string Devices { get; init; }

    public required string DevicesExplained { get; init; }

    public required string Waiting { get; init; }

    public required string NoneWaiting { get; init; }

    public required string Paired { get; init; }

    public required string NonePaired { get; init; }

    public required IReadOnlyList<string> WaitingColumns { get; init; }

    public required IReadOnlyList<string> PairedColumns { get; init; }

    public required string Code { get; init; }

    public required string Place { get; init; }

    public required string Approve { get; init; }

    public required string Revoke { get; init; }

    public required string Revoked { get; init; }

    public required string InForce { get; init; }

    public required string People { get; init; }

    public required string PeopleExplained { get; init; }

    public required IReadOnlyList<string> PeopleColumns { get; init; }

    public required string ByPassword { get; init; }

    public required string Add { get; init; }

    public required string AddPerson { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required string Scope { get; init; }

    public required string ScopeHint { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string IdentityHint { get; init; }

    public required string Change { get; init; }

    public required string End { get; init; }

    public required string Ended { get; init; }

    public required string NewPassword { get; init; }

    /// <summary>With <c>{name}</c>; the password follows.</summary>
    public required string PasswordIs { get; init; }

    public required string PasswordOnce { get; init; }

    public required string Audit { get; init; }

    public required string AuditExplained { get; init; }

    public required IReadOnlyList<string> AuditColumns { get; init; }

    /// <summary>With <c>{count}</c>.</summary>
    public required string Sound { get; init; }

    /// <summary>With <c>{entry}</c>.</summary>
    public required string Broken { get; init; }

    public required string Head { get; init; }

    public required string Older { get; init; }

    public required string Newest { get; init; }

    public required IReadOnlyDictionary<WallFault, string> WallFaults { get; init; }

    public required IReadOnlyDictionary<PersonFault, string> PersonFaults { get; init; }

    public static AdminWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly AdminWords Zh = new()
    {
        Pages = "管理页面",
        Csv = "下载 CSV",
        Devices = "大屏设备",
        DevicesExplained = "未配对的大屏显示八位配对码，十分钟内有效，只能使用一次。请核对网络地址和范围，输入屏幕上的配对码并写明安装地点。撤销后大屏在 5 秒内变黑。",
        Waiting = "待批准",
        NoneWaiting = "目前没有大屏等待批准。",
        Paired = "已配对",
        NonePaired = "还没有配对的大屏。",
        WaitingColumns = ["申请时间", "网络地址", "申请范围", "有效期至", "批准"],
        PairedColumns = ["编号", "地点", "范围", "网络地址", "批准人", "配对时间", "最近联系", "状态"],
        Code = "配对码",
        Place = "安装地点",
        Approve = "批准",
        Revoke = "撤销",
        Revoked = "已撤销",
        InForce = "有效",
        People = "人员",
        PeopleExplained = "角色和范围的变更立即生效；终止后该人员在所有设备上退出。人员不会被删除，只会被终止。",
        PeopleColumns = ["用户名", "角色", "范围", "登录方式", "添加时间", "状态"],
        ByPassword = "密码",
        Add = "添加",
        AddPerson = "添加人员",
        Name = "用户名",
        Role = "角色",
        Scope = "范围",
        ScopeHint = "单位路径，如 hainan/haikou；留空为全部单位。管理员不设范围。",
        Issuer = "签发者（iss）",
        Subject = "主体（sub）",
        IdentityHint = "仅用于统一身份认证登录的人员；填写后没有本地密码。",
        Change = "变更",
        End = "终止",
        Ended = "已终止",
        NewPassword = "重置密码",
        PasswordIs = "{name} 的初始密码：",
        PasswordOnce = "只显示这一次，请当面交给本人；首次登录时必须修改。",
        Audit = "审计日志",
        AuditExplained = "登录、拒绝、批准和权限变更的记录，只增不改，逐条以哈希相连。时间为北京时间。",
        AuditColumns = ["序号", "时间", "操作者", "动作", "对象", "说明"],
        Sound = "校验通过：{count} 条记录均与写入时一致。",
        Broken = "校验失败：第 {entry} 条记录缺失或被改动。",
        Head = "末条哈希",
        Older = "更早的记录",
        Newest = "最新的记录",
        WallFaults = new Dictionary<WallFault, string>
        {
            [WallFault.Code] = "配对码不正确或已过期，请核对大屏上当前显示的码。",
            [WallFault.Scope] = "该范围不在您的范围之内。",
            [WallFault.Place] = "安装地点为 1 至 80 个字符。",
            [WallFault.Unknown] = "没有此大屏，或已被撤销。",
            [WallFault.TooMany] = "尝试次数过多，请稍候再试。",
        },
        PersonFaults = new Dictionary<PersonFault, string>
        {
            [PersonFault.Name] = "用户名为 1 至 64 个字符，首尾不能有空格。",
            [PersonFault.NameTaken] = "用户名已被使用。",
            [PersonFault.IdentityTaken] = "该签发者与主体已登记给其他人员，或填写不完整。",
            [PersonFault.Unknown] = "没有此人员，或已被终止。",
            [PersonFault.Role] = "请选择角色：领导、操作员、审计员或管理员。",
            [PersonFault.Scope] = "范围须为单位路径，如 hainan/haikou。",
            [PersonFault.ScopeOfAdministrator] = "管理员不看数据，不设范围。",
            [PersonFault.Password] = "密码不符合要求。",
        },
    };

    public static readonly AdminWords En = new()
    {
        Pages = "Administration",
        Csv = "Download CSV",
        Devices = "Walls let in",
        DevicesExplained = "A wall that is not paired shows a code of eight letters, which holds for ten minutes and once. Compare address and scope, type the code that stands on the wall, and say where it hangs. A revoked wall is dark within 5 s.",
        Waiting = "Waiting",
        NoneWaiting = "No wall waits to be let in.",
        Paired = "Paired",
        NonePaired = "No wall is paired yet.",
        WaitingColumns = ["Asked", "Address", "Scope asked for", "Holds until", "Let in"],
        PairedColumns = ["No.", "Place", "Scope", "Address", "Approved by", "Paired", "Last contact", "State"],
        Code = "Pairing code",
        Place = "Place",
        Approve = "Let in",
        Revoke = "Revoke",
        Revoked = "Revoked",
        InForce = "In force",
        People = "People",
        PeopleExplained = "Another role or scope holds at once; somebody who is ended is signed out everywhere. Nobody is deleted, only ended.",
        PeopleColumns = ["Name", "Role", "Scope", "Signs in by", "Added", "State"],
        ByPassword = "Password",
        Add = "Add",
        AddPerson = "Add a person",
        Name = "Name",
        Role = "Role",
        Scope = "Scope",
        ScopeHint = "A unit path such as hainan/haikou; empty: every unit. Administrators have none.",
        Issuer = "Issuer (iss)",
        Subject = "Subject (sub)",
        IdentityHint = "Only for somebody who signs in by single sign-on; there is no password here then.",
        Change = "Change",
        End = "End",
        Ended = "Ended",
        NewPassword = "New password",
        PasswordIs = "The initial password of {name}:",
        PasswordOnce = "It is shown this once. Hand it over in person; it must be changed at the first sign-in.",
        Audit = "Audit log",
        AuditExplained = "Sign-ins, refusals, approvals and changes of rights. Entries are added and never changed, each chained to the one before by its hash. Times are Beijing time.",
        AuditColumns = ["No.", "Time", "Who", "Action", "Target", "Detail"],
        Sound = "Verified: all {count} entries are as they were written.",
        Broken = "Not sound: entry {entry} is missing or was changed.",
        Head = "Hash of the last entry",
        Older = "Older entries",
        Newest = "Newest entries",
        WallFaults = new Dictionary<WallFault, string>
        {
            [WallFault.Code] = "The code is not right or no longer holds: compare it with what stands on the wall now.",
            [WallFault.Scope] = "That scope is not within yours.",
            [WallFault.Place] = "A place is 1 to 80 characters.",
            [WallFault.Unknown] = "There is no such wall, or it was revoked.",
            [WallFault.TooMany] = "Too many tries: wait a little.",
        },
        PersonFaults = new Dictionary<PersonFault, string>
        {
            [PersonFault.Name] = "A name is 1 to 64 characters, without spaces at its ends.",
            [PersonFault.NameTaken] = "The name is taken.",
            [PersonFault.IdentityTaken] = "Issuer and subject are somebody else's already, or one of them is missing.",
            [PersonFault.Unknown] = "There is no such person, or the access was ended.",
            [PersonFault.Role] = "Choose a role: leader, operator, auditor or administrator.",
            [PersonFault.Scope] = "A scope is a unit path such as hainan/haikou.",
            [PersonFault.ScopeOfAdministrator] = "An administrator sees no figures, so no scope.",
            [PersonFault.Password] = "That is no password.",
        },
    };
}
