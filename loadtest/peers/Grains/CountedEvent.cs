using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Peers;

/// <summary>What grains tell each other of an event.</summary>
[GenerateSerializer, Immutable, Alias("CountedEvent")]
public sealed record CountedEvent([property: Id(0)] string Source, [property: Id(1)] string Id, [property: Id(2)] BusinessDay Day, [property: Id(3)] EventKind Kind);
