using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>
/// The notices of an entry: those that its ladder plans while it is open, and what the record says of them. A notice that failed is not tried any more once the
/// entry is closed or its week is another one: nobody is reminded of what is done.
/// </summary>
public static class TaskNotices
{
    /// <param name="keepTrying">How long after its first attempt a notice is given up.</param>
    /// <returns>By the instant at which they fall due, then by step and receiver.</returns>
    public static ImmutableArray<TaskNotice> Of(TaskView view, EscalationRules rules, WorkingCalendar calendar, TimeSpan keepTrying, long nowMs)
    {
        var attempts = view.Notices.ToLookup(static record => record.Event.Facts.Notice!.Key);
        var planned = Planned(view, rules, calendar).ToList();
        var plannedKeys = planned.Select(static notice => notice.Key).ToHashSet();
        return
        [
            .. planned.Select(notice => notice.Standing is NoticeStanding.Passed or NoticeStanding.Unlisted ? notice : Standing(notice, attempts[notice.Key], true, keepTrying, nowMs))
                .Concat(attempts.Where(group => !plannedKeys.Contains(group.Key)).Select(group => Standing(Recorded(group.Key, group), group, false, keepTrying, nowMs)))
                .OrderBy(static notice => notice.DueMs).ThenBy(static notice => notice.Key.Step, StringComparer.Ordinal).ThenBy(static notice => notice.Key.Receiver, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TaskNotice> Planned(TaskView view, EscalationRules rules, WorkingCalendar calendar)
    {
        if (view is not { IsOpen: true, Plan: { } plan } || rules.LadderFor(plan.Kind, view.Task.Ledger) is not { } ladder) yield break;
        var week = view.EffectiveDue;
        var notBeforeMs = Math.Max(rules.From.StartMs, view.DueKnownMs);
        foreach (var step in ladder.Steps)
        {
            var dueMs = InstantOf(step, week, rules.At, calendar);
            var (receivers, unlisted) = rules.ReceiversOf(step, view.Task, plan);
            var standing = dueMs < notBeforeMs ? NoticeStanding.Passed : NoticeStanding.Planned;
            foreach (var receiver in receivers) yield return new TaskNotice(new NoticeKey(step.Id, week, receiver.Id), step.Days, dueMs, standing);
            foreach (var unit in unlisted) yield return new TaskNotice(new NoticeKey(step.Id, week, ""), step.Days, dueMs, standing == NoticeStanding.Passed ? standing : NoticeStanding.Unlisted, unit);
        }
    }

    private static long InstantOf(EscalationStep step, IsoWeek week, TimeOnly at, WorkingCalendar calendar)
    {
        var day = calendar.Previous(week.Next.Monday);
        if (step.Days > 0) day = calendar.After(week.Next.Monday.Previous, step.Days);
        for (var i = 0; i > step.Days; i--) day = calendar.Previous(day);
        return day.StartMs + (long)at.ToTimeSpan().TotalMilliseconds;
    }

    private static TaskNotice Recorded(NoticeKey key, IEnumerable<TaskRecord> attempts) => new(key, null, attempts.First().Event.Facts.Notice!.DueMs, NoticeStanding.GivenUp);

    private static TaskNotice Standing(TaskNotice notice, IEnumerable<TaskRecord> records, bool isWanted, TimeSpan keepTrying, long nowMs)
    {
        var all = records.ToList();
        if (all.Count == 0) return notice with { Standing = nowMs < notice.DueMs ? NoticeStanding.Planned : NoticeStanding.Due };
        var begun = all.Where(static record => record.Event.Act == TaskAct.NoticeBegun).ToList();
        var attempts = all.Max(static record => record.Event.Facts.Notice!.Number);
        notice = notice with { Attempts = attempts };
        if (all.Find(static record => record.Event.Facts.Notice!.IsSent == true) is { } sent) return notice with { Standing = NoticeStanding.Sent, EndedMs = sent.Event.OccurredMs };
        var ended = all.Find(record => record.Event.Act == TaskAct.NoticeEnded && record.Event.Facts.Notice!.Number == attempts);
        var lostMs = begun.Select(static record => record.ReceivedMs).DefaultIfEmpty(nowMs).Max() + (long)NoticePacing.LostAfter.TotalMilliseconds;
        if (ended is null && nowMs < lostMs) return notice with { Standing = NoticeStanding.Sending };
        var endedMs = ended?.Event.OccurredMs ?? lostMs;
        notice = notice with { EndedMs = endedMs, Fault = ended is null ? NoticeFaults.Lost : ended.Event.Facts.Note };
        var firstMs = begun.Select(static record => record.ReceivedMs).DefaultIfEmpty(endedMs).Min();
        if (!isWanted || nowMs >= firstMs + (long)keepTrying.TotalMilliseconds) return notice with { Standing = NoticeStanding.GivenUp };
        // What nobody recorded may have been sent or not: it is not the receiver who failed, so nothing is waited for.
        var nextMs = ended is null ? endedMs : endedMs + (long)NoticePacing.RestAfter(attempts).TotalMilliseconds;
        return nowMs >= nextMs ? notice with { Standing = NoticeStanding.Due } : notice with { Standing = NoticeStanding.Waiting, NextMs = nextMs };
    }
}
