using OpsBoard.Web.Access;
using OpsBoard.Web.Access.SignIn;

namespace OpsBoard.Web.Screens.SignIn;

/// <summary>The words of signing in and out and of one's own account in one language.</summary>
public sealed record SignInWords
{
    public required string Title { get; init; }

    public required string Name { get; init; }

    public required string Password { get; init; }

    public required string Enter { get; init; }

    public required string Provider { get; init; }

    /// <summary>With <c>{name}</c>.</summary>
    public required string EnterBy { get; init; }

    public required string Forgotten { get; init; }

    public required string Account { get; init; }

    public required string Leave { get; init; }

    public required string Role { get; init; }

    public required string Scope { get; init; }

    public required string EveryUnit { get; init; }

    public required string ChangePassword { get; init; }

    public required string InitialPassword { get; init; }

    public required string Present { get; init; }

    public required string Chosen { get; init; }

    public required string Again { get; init; }

    public required string Rule { get; init; }

    public required string Changed { get; init; }

    public required string NoPassword { get; init; }

    public required string Forbidden { get; init; }

    public required string ForbiddenExplained { get; init; }

    public required IReadOnlyDictionary<Role, string> Roles { get; init; }

    public required IReadOnlyDictionary<SignInFault, string> Faults { get; init; }

    public static SignInWords For(Words words) => words.IsEnglish ? En : Zh;

    /// <returns>Null for what is no fault.</returns>
    public string? FaultOf(string? name) => Enum.TryParse<SignInFault>(name, ignoreCase: true, out var fault) ? Faults.GetValueOrDefault(fault) : null;

    public static readonly SignInWords Zh = new()
    {
        Title = "登录",
        Name = "用户名",
        Password = "密码",
        Enter = "登录",
        Provider = "统一身份认证",
        EnterBy = "通过{name}登录",
        Forgotten = "忘记密码请联系管理员。",
        Account = "我的账户",
        Leave = "退出",
        Role = "角色",
        Scope = "范围",
        EveryUnit = "全部单位",
        ChangePassword = "修改密码",
        InitialPassword = "当前仍是管理员提供的初始密码，请先设置自己的密码。",
        Present = "当前密码",
        Chosen = "新密码",
        Again = "再次输入新密码",
        Rule = "12 至 128 个字符，不能与用户名相同。",
        Changed = "密码已修改，其他设备上的登录已全部退出。",
        NoPassword = "此账户通过统一身份认证登录，没有本地密码。",
        Forbidden = "无权查看",
        ForbiddenExplained = "您的角色或范围不包括此页面。",
        Roles = new Dictionary<Role, string>
        {
            [Access.Role.Leader] = "领导", [Access.Role.Operator] = "操作员", [Access.Role.Auditor] = "审计员", [Access.Role.Administrator] = "管理员", [Access.Role.Wall] = "大屏",
        },
        Faults = new Dictionary<SignInFault, string>
        {
            [SignInFault.Wrong] = "用户名或密码不正确。",
            [SignInFault.TooMany] = "尝试次数过多，请半分钟后再试。",
            [SignInFault.Again] = "页面已过期，请重新提交。",
            [SignInFault.Https] = "请通过 https:// 地址登录：登录信息不能以明文在网络上传输。",
            [SignInFault.Stranger] = "身份认证成功，但管理员尚未在本系统登记此账户。",
            [SignInFault.Provider] = "统一身份认证未完成，请重试。",
            [SignInFault.Password] = "新密码不符合要求：12 至 128 个字符，不能与用户名相同。",
            [SignInFault.NotTwice] = "两次输入的新密码不一致。",
        },
    };

    public static readonly SignInWords En = new()
    {
        Title = "Sign in",
        Name = "Name",
        Password = "Password",
        Enter = "Sign in",
        Provider = "Single sign-on",
        EnterBy = "Sign in by {name}",
        Forgotten = "Forgotten? An administrator can give you a new password.",
        Account = "My account",
        Leave = "Sign out",
        Role = "Role",
        Scope = "Scope",
        EveryUnit = "Every unit",
        ChangePassword = "Change the password",
        InitialPassword = "This is still the initial password that an administrator gave you: choose one of your own first.",
        Present = "Present password",
        Chosen = "New password",
        Again = "New password once more",
        Rule = "12 to 128 characters, and not the name.",
        Changed = "The password was changed; all other devices were signed out.",
        NoPassword = "This account signs in by single sign-on and has no password here.",
        Forbidden = "Not yours to see",
        ForbiddenExplained = "This page is not among what your role may see, or not within your scope.",
        Roles = new Dictionary<Role, string>
        {
            [Access.Role.Leader] = "Leader", [Access.Role.Operator] = "Operator", [Access.Role.Auditor] = "Auditor", [Access.Role.Administrator] = "Administrator", [Access.Role.Wall] = "Wall",
        },
        Faults = new Dictionary<SignInFault, string>
        {
            [SignInFault.Wrong] = "Name or password is not right.",
            [SignInFault.TooMany] = "Too many tries: wait half a minute.",
            [SignInFault.Again] = "The page was too old: send it once more.",
            [SignInFault.Https] = "Sign in at the address that begins with https://: nothing of it may cross a network unencrypted.",
            [SignInFault.Stranger] = "You are known to the provider, but no administrator has registered you here.",
            [SignInFault.Provider] = "Single sign-on was not finished: try again.",
            [SignInFault.Password] = "That is no password: 12 to 128 characters, and not the name.",
            [SignInFault.NotTwice] = "The new password was not typed the same twice.",
        },
    };
}
