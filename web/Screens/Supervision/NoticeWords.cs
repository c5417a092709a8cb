using OpsBoard.Supervision.Notices;
using OpsBoard.Web.Screens.Pickers;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>The words of notices: in mail, and where a page says what was sent. Places in braces are filled.</summary>
public sealed record NoticeWords
{
    public static readonly NoticeWords Zh = new()
    {
        Title = "催办与升级",
        Explained = "按 escalations.json 的升级阶梯，在完成时限之前、当日和逾期之后发出。每条只发一次；停机期间到期的，恢复后补发并注明。",
        None = "没有适用的升级阶梯，不发送提醒。",
        Step = "阶梯",
        To = "发送对象",
        Planned = "应发时间",
        Standing = "状态",
        StandingOf = new Dictionary<NoticeStanding, string>
        {
            [NoticeStanding.Planned] = "未到时间",
            [NoticeStanding.Due] = "即将发送",
            [NoticeStanding.Sending] = "发送中",
            [NoticeStanding.Waiting] = "发送失败，{next} 重试",
            [NoticeStanding.Sent] = "已于 {at} 发送",
            [NoticeStanding.GivenUp] = "多次失败，不再发送",
            [NoticeStanding.Passed] = "登记时已过，不发送",
            [NoticeStanding.Unlisted] = "没有登记接收方",
        },
        Late = "补发",
        Attempts = "第 {n} 次",
        FaultOf = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NoticeFaults.Unreachable] = "无法连接",
            [NoticeFaults.TimedOut] = "超时无应答",
            [NoticeFaults.Tls] = "加密连接失败",
            [NoticeFaults.Redirected] = "对方要求转址，未跟随",
            [NoticeFaults.NoSmtp] = "未配置邮件服务器",
            [NoticeFaults.NoSecret] = "未配置签名密钥",
            [NoticeFaults.SignInRefused] = "邮件服务器拒绝登录",
            [NoticeFaults.Lost] = "服务器中断，结果未记录",
        },
        Before = "提前 {n} 个工作日",
        OnDue = "到期当日",
        After = "逾期 {n} 个工作日·升级",
        Subject = "【督办】{step}：{title}",
        LateMark = "（补发）",
        LateNote = "本通知应于 {due} 发出，因系统当时停机或无法送达而补发。",
        Why = "本邮件由系统按升级阶梯自动发给“{receiver}”，请勿回复。",
        Colon = "：",
    };

    public static readonly NoticeWords En = new()
    {
        Title = "Notices and escalation",
        Explained = "Sent by the ladders of escalations.json: before the week is over, on its last working day, and after it. Each is sent once; what fell due while the server was down is sent later, and says so.",
        None = "No ladder is for this entry: nobody is told of it.",
        Step = "Step",
        To = "Told",
        Planned = "Due",
        Standing = "Standing",
        StandingOf = new Dictionary<NoticeStanding, string>
        {
            [NoticeStanding.Planned] = "not yet",
            [NoticeStanding.Due] = "about to be sent",
            [NoticeStanding.Sending] = "being sent",
            [NoticeStanding.Waiting] = "failed, again at {next}",
            [NoticeStanding.Sent] = "sent {at}",
            [NoticeStanding.GivenUp] = "failed too often: given up",
            [NoticeStanding.Passed] = "over when the entry came: not sent",
            [NoticeStanding.Unlisted] = "no receiver is listed",
        },
        Late = "late",
        Attempts = "attempt {n}",
        FaultOf = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NoticeFaults.Unreachable] = "cannot be reached",
            [NoticeFaults.TimedOut] = "no answer in time",
            [NoticeFaults.Tls] = "no encrypted connection",
            [NoticeFaults.Redirected] = "wanted to send it elsewhere",
            [NoticeFaults.NoSmtp] = "no mail server is configured",
            [NoticeFaults.NoSecret] = "no secret is configured",
            [NoticeFaults.SignInRefused] = "the mail server refused the password",
            [NoticeFaults.Lost] = "the server went away, and how it ended is not known",
        },
        Before = "{n} working days before",
        OnDue = "on the last day",
        After = "{n} working days late, escalated",
        Subject = "[Supervision] {step}: {title}",
        LateMark = " (sent late)",
        LateNote = "This was due at {due} and could not be sent then.",
        Why = "Sent by the ladder of escalation to \"{receiver}\"; nobody reads answers to it.",
        Colon = ": ",
    };

    public required string Title { get; init; }

    public required string Explained { get; init; }

    public required string None { get; init; }

    public required string Step { get; init; }

    public required string To { get; init; }

    public required string Planned { get; init; }

    public required string Standing { get; init; }

    /// <summary>With <c>{at}</c> where it was sent, and <c>{next}</c> where it is tried again.</summary>
    public required IReadOnlyDictionary<NoticeStanding, string> StandingOf { get; init; }

    public required string Late { get; init; }

    public required string Attempts { get; init; }

    public required IReadOnlyDictionary<string, string> FaultOf { get; init; }

    public required string Before { get; init; }

    public required string OnDue { get; init; }

    public required string After { get; init; }

    public required string Subject { get; init; }

    public required string LateMark { get; init; }

    public required string LateNote { get; init; }

    public required string Why { get; init; }

    public required string Colon { get; init; }

    public static NoticeWords For(Words words) => words.IsEnglish ? En : Zh;

    /// <param name="days">In working days, as a step has them.</param>
    public string StepOf(int days) => days switch
    {
        < 0 => Before.Fill(("n", SupervisionText.Plain(-days))),
        0 => OnDue,
        _ => After.Fill(("n", SupervisionText.Plain(days))),
    };
}
