namespace OpsBoard.Simulation;

/// <summary>What happens when, in virtual milliseconds; what is due at one instant happens in the order in which it was asked for.</summary>
internal sealed class Schedule(long nowMs)
{
    private readonly PriorityQueue<Action, (long DueMs, long Order)> _agenda = new(256);
    private long _order;

    public long NowMs { get; private set; } = nowMs;

    public void After(long milliseconds, Action action) => At(NowMs + milliseconds, action);

    public void At(long dueMs, Action action) => _agenda.Enqueue(action, (Math.Max(dueMs, NowMs), _order++));

    /// <summary>Lets everything happen up to and with the instant.</summary>
    public void RunUntil(long endMs)
    {
        while (_agenda.TryPeek(out var action, out var due) && due.DueMs <= endMs)
        {
            _agenda.Dequeue();
            NowMs = due.DueMs;
            action();
        }

        NowMs = endMs;
    }
}
