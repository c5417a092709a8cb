namespace OpsBoard.Events;

/// <summary>What became of one item on reading: an event, or the reason why it is none.</summary>
/// <param name="Id">The item's id when it is readable and of allowed form, also when something else was wrong.</param>
/// <param name="Dropped">How many members of <c>data</c> were not on the list of the kind and went no further.</param>
public sealed record Reading(ServiceEvent? Event, Rejection? Rejection, string? Id, int Dropped)
{
    /// <summary>By which the source's clock is judged: of an event, and of an item that was refused because it lies ahead; null of all others.</summary>
    public SourceTime? Told => Event is null ? Ahead : new SourceTime(Event.Source, Event.OccurredMs);

    internal SourceTime? Ahead { get; init; }
}
