using OpsBoard.Units;

namespace OpsBoard.Events.Queues;

/// <summary>What the numbers in the lines of one queue machine stand for.</summary>
/// <param name="Number">As it stands in the lines.</param>
/// <param name="Queue">
/// The unit at which its tickets wait, whichever window will call them. Null: each ticket waits at the window that its line names, for
/// machines that give a ticket its window when it is printed.
/// </param>
/// <param name="Businesses">Empty: business codes mean nothing, and any is taken.</param>
public sealed record QueueMachine(
    string Number,
    UnitPath? Queue,
    IReadOnlyDictionary<string, UnitPath> Windows,
    IReadOnlyDictionary<string, QueueBusiness> Businesses)
{
    /// <summary>The CloudEvents source of what its lines say.</summary>
    public string Source => $"urn:queue-machine:{Number}";
}
