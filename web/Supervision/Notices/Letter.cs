using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>One notice that is to be sent now.</summary>
internal sealed record Letter(TaskView View, TaskNotice Notice, NoticeReceiver Receiver, DateTimeOffset At)
{
    /// <summary>No entry is due: somebody tries the way out.</summary>
    public bool IsTest { get; init; }

    public TaskPlan Plan => View.Plan!;

    public string Identity => Notice.Key.IdentityIn(View.Task);

    public bool IsLate => At.ToUnixTimeMilliseconds() > Notice.DueMs + (long)NoticePacing.LateAfter.TotalMilliseconds;

    /// <summary>By mail all go to one server; each webhook is a server of its own.</summary>
    public string Way => Receiver.Webhook is null ? MailWay.Name : Receiver.Id;
}
