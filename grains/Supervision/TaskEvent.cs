using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>One act on an entry of the ledger, as it was told. Source and id are its identity, for ever.</summary>
/// <param name="Source">At most 256 bytes.</param>
/// <param name="Id">At most 128 bytes.</param>
/// <param name="OfProblem">Told as <c>opsboard.problem.*</c>; counts only where the entry is a problem, and the other way round.</param>
/// <param name="By">The unit in whose name it is said: the ledger's, the lead's, or one above or beneath as the rules have it.</param>
/// <param name="OccurredMs">In unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("TaskEvent")]
public sealed record TaskEvent(
    [property: Id(0)] string Source,
    [property: Id(1)] string Id,
    [property: Id(2)] TaskId Task,
    [property: Id(3)] TaskAct Act,
    [property: Id(4)] bool OfProblem,
    [property: Id(5)] UnitPath By,
    [property: Id(6)] long OccurredMs,
    [property: Id(7)] TaskFacts Facts);
