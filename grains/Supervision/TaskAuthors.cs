namespace OpsBoard.Supervision;

/// <summary>Which acts the lead unit may say of its own task; all others are for whoever keeps the ledger.</summary>
public static class TaskAuthors
{
    public static bool IsOfLead(TaskAct act) => act
        is TaskAct.Started or TaskAct.Reached or TaskAct.Progressed or TaskAct.Explained or TaskAct.ClosureRequested or TaskAct.HandedUp;
}
