namespace OpsBoard.Supervision;

/// <summary>How much harder the task is than others (难度系数), as an office decided and wrote down.</summary>
/// <param name="Thousandths">1,200 is 1.2.</param>
/// <param name="Owner">The office that answers for it.</param>
[GenerateSerializer, Immutable, Alias("Difficulty")]
public sealed record Difficulty([property: Id(0)] int Thousandths, [property: Id(1)] string Owner, [property: Id(2)] string Version);
