using OpsBoard.Units;

namespace OpsBoard.Events.Queues;

/// <summary>What a business code of one machine stands for.</summary>
/// <param name="Item">The item (事项) that its tickets are for; null where it is none of the catalogue.</param>
/// <param name="Queue">Where its tickets wait, when it is another place than the machine's.</param>
public sealed record QueueBusiness(string? Item, UnitPath? Queue);
