using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Supervision;

/// <summary>In whose name somebody writes: of the unit that keeps the ledger where it is within his scope, else of the lead unit.</summary>
internal static class TaskAuthor
{
    /// <returns>Null when neither is within his scope, or only the lead and the act is not for it.</returns>
    public static UnitPath? Of(Principal principal, TaskId task, TaskPlan? plan, TaskAct act)
    {
        if (principal.Reaches(task.Ledger)) return task.Ledger;
        return plan is not null && principal.Reaches(plan.Lead) && TaskAuthors.IsOfLead(act) ? plan.Lead : null;
    }

    /// <summary>Whether somebody may write at all: as <see cref="Policies.Supervise"/> has it.</summary>
    public static bool Writes(Principal principal) => Policies.All[Policies.Supervise].Fits(principal);
}
