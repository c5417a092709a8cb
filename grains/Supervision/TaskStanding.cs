using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>How an entry stands at an instant; time, quantity and quality apart (按季抓、月跟踪). An entry that is no longer open has no marks.</summary>
/// <param name="Time">Of its week and of its steps.</param>
/// <param name="Quantity">What is done against the numbers by month.</param>
/// <param name="Quality">Its closing was asked for and not granted, and it has not been asked for again.</param>
public readonly record struct TaskStanding(TaskMark Time, TaskMark Quantity, TaskMark Quality)
{
    private const long DayMs = 86_400_000;

    public TaskMark Worst => (TaskMark)Math.Max(Math.Max((byte)Time, (byte)Quantity), (byte)Quality);

    public static TaskStanding Of(TaskView task, long nowMs, TaskStandards standards) => task is { IsOpen: true, Plan: { } plan }
        ? new(TimeOf(task, plan, nowMs, standards), QuantityOf(task, plan, nowMs, standards), task.IsReturned ? TaskMark.Warning : TaskMark.None)
        : default;

    private static TaskMark TimeOf(TaskView task, TaskPlan plan, long nowMs, TaskStandards standards)
    {
        var due = DueMark(task, plan, nowMs, standards);
        // What was explained is later than planned already: its steps say nothing more.
        if (due == TaskMark.Explained) return due;
        return plan.Steps.Select((step, place) => task.Reached.ContainsKey(place + 1) ? TaskMark.None : Short(step.Week.EndOfMonthMs, step.Week.EndOfQuarterMs, nowMs, standards))
            .Append(due)
            .Max();
    }

    private static TaskMark DueMark(TaskView task, TaskPlan plan, long nowMs, TaskStandards standards)
    {
        var endMs = task.EffectiveDue.EndMs;
        if (nowMs >= endMs) return TaskMark.Behind;
        if (task.EffectiveDue > plan.Due) return TaskMark.Explained;
        return nowMs >= endMs - (standards.WarnDays * DayMs) ? TaskMark.Warning : TaskMark.None;
    }

    // Of the months that are over, the last one counts: numbers are in all, so what came later made good what was short before.
    private static TaskMark QuantityOf(TaskView task, TaskPlan plan, long nowMs, TaskStandards standards)
    {
        if (plan.Quantity is not { ByMonth.IsEmpty: false } quantity) return TaskMark.None;
        var months = MonthsOver(plan.Due.Year, nowMs);
        var amount = task.Amount ?? default;
        var lastQuarter = months / 3 * 3;
        if (lastQuarter > 0 && !amount.Reaches(quantity.ByMonth[lastQuarter - 1])) return standards.QuarterShort;
        return months > 0 && !amount.Reaches(quantity.ByMonth[months - 1]) ? standards.MonthShort : TaskMark.None;
    }

    private static TaskMark Short(long monthEndMs, long quarterEndMs, long nowMs, TaskStandards standards) =>
        nowMs >= quarterEndMs ? standards.QuarterShort : nowMs >= monthEndMs ? standards.MonthShort : TaskMark.None;

    private static int MonthsOver(int year, long nowMs)
    {
        var today = BusinessDay.Of(nowMs).Date;
        return today.Year > year ? 12 : today.Year < year ? 0 : today.Month - 1;
    }
}
