using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>A registered entry as it stands at an instant.</summary>
public sealed record LedgerTask(TaskView View, TaskStanding Standing)
{
    public TaskPlan Plan => View.Plan!;

    public TaskId Id => View.Task;

    /// <summary>Steps reached of those planned.</summary>
    public (int Reached, int All) Steps => (View.Reached.Keys.Count(place => place <= Plan.Steps.Length), Plan.Steps.Length);

    public override string ToString() => $"{Id}";
}
