using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>What shows that something was done or found: the document that says so (记录、通报、报告).</summary>
/// <param name="Day">On which it was done, or on which the survey was issued.</param>
/// <param name="Document">1 to 256 bytes.</param>
[GenerateSerializer, Immutable, Alias("TaskEvidence")]
public sealed record TaskEvidence([property: Id(0)] BusinessDay Day, [property: Id(1)] string Document);
