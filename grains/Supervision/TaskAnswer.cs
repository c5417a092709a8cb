using OpsBoard.Events;

namespace OpsBoard.Supervision;

/// <summary>What became of an act.</summary>
/// <param name="Verdict">Conflict: somebody else was first, and the entry is another by now.</param>
/// <param name="Rule">Of a rejected one: the rule, one of <see cref="Reasons"/>.</param>
/// <param name="State">Of the entry before a rejected act, else after it.</param>
[GenerateSerializer, Immutable, Alias("TaskAnswer")]
public sealed record TaskAnswer([property: Id(0)] Verdict Verdict, [property: Id(1)] string? Rule, [property: Id(2)] TaskState State);
