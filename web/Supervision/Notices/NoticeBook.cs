using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsBoard.Counting;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>The notices of entries by the rules in force, for the rounds and for whoever looks.</summary>
internal sealed class NoticeBook(Escalations escalations, CountingTerms terms, IOptions<NoticeOptions> options)
{
    public EscalationRules Rules => escalations.Rules;

    /// <inheritdoc cref="TaskNotices.Of"/>
    public ImmutableArray<TaskNotice> Of(TaskView view, DateTimeOffset at) =>
        TaskNotices.Of(view, escalations.Rules, terms.Otherwise.Calendar, options.Value.KeepTrying, at.ToUnixTimeMilliseconds());
}
