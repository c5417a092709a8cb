namespace OpsBoard.Events.Queues;

/// <summary>The known queue machines; replaced all at once when their file changes.</summary>
public sealed class QueueMachines(IEnumerable<QueueMachine> machines)
{
    private volatile Dictionary<string, QueueMachine> _byNumber = ByNumber(machines);

    public IReadOnlyCollection<QueueMachine> All => _byNumber.Values;

    public QueueMachine? Find(string number) => _byNumber.GetValueOrDefault(number);

    public void Replace(QueueMachines other) => _byNumber = other._byNumber;

    private static Dictionary<string, QueueMachine> ByNumber(IEnumerable<QueueMachine> machines) =>
        machines.ToDictionary(static machine => machine.Number, StringComparer.Ordinal);
}
