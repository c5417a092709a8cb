namespace OpsBoard.Supervision;

/// <summary>One entry of the ledger, by its <see cref="TaskId"/>.</summary>
public interface ITaskGrain : IGrainWithStringKey
{
    /// <summary>
    /// Lets somebody act who has seen the entry: what cannot follow, or is not his to say, is not stored. Sources tell their events to the journal
    /// itself, because they come in any order.
    /// </summary>
    /// <param name="version">Of the entry that was seen; 0: there was none.</param>
    Task<TaskAnswer> Act(TaskEvent act, long version);
}
