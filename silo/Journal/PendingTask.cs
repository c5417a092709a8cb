using OpsBoard.Supervision;

namespace OpsBoard.Silo.Journal;

/// <summary>An event of the ledger on its way to a commit.</summary>
/// <param name="Version">How many events its entry must have; null: any number.</param>
internal readonly record struct PendingTask(TaskEvent Event, byte[] Body, long? Version)
{
    public static PendingTask Of(TaskEvent act, long? version = null) => new(act, TaskFactsJson.Write(act.Facts), version);
}
