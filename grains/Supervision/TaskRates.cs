namespace OpsBoard.Supervision;

/// <summary>
/// How many entries were solved, in two rates, because handing up is not solving: of all, and of those that were not handed up. Of 8, of which 2
/// were solved and 2 handed up: 2/8 and 2/6.
/// </summary>
public readonly record struct TaskRates(int All, int Closed, int HandedUp)
{
    public int Open => All - Closed - HandedUp;

    public int WithoutTransfers => All - HandedUp;

    public static TaskRates Of(IEnumerable<TaskView> tasks) => tasks.Aggregate(default(TaskRates), static (sum, task) => new TaskRates(
        sum.All + 1,
        sum.Closed + (task.State == TaskState.Closed ? 1 : 0),
        sum.HandedUp + (task.State == TaskState.HandedUp ? 1 : 0)));
}
