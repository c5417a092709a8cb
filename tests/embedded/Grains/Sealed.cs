using Orleans;

namespace OpsBoard.Embedded;

/// <summary>A message of which its author promises that nobody changes it.</summary>
[GenerateSerializer, Immutable]
internal sealed record Sealed([property: Id(0)] int[] Contents);
