namespace OpsBoard.Events;

/// <summary>What became of one item on reading: an event, or the reason why it is none.</summary>
/// <param name="Id">The item's id when it is readable and of allowed form, also when something else was wrong.</param>
/// <param name="Dropped">How many members of <c>data</c> were not on the list of the kind and went no further.</param>
public sealed record Reading(ServiceEvent? Event, Rejection? Rejection, string? Id, int Dropped);
