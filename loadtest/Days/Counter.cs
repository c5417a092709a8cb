namespace OpsBoard.LoadTest;

/// <summary>A window at work: who waits for it, who is served, and the break it will take when it is free.</summary>
internal sealed class Counter(Window window)
{
    public Window Window => window;

    public CounterState State { get; set; }

    public List<Citizen> Queue { get; } = [];

    public bool IsServing { get; set; }

    public Interruption? Pending { get; set; }

    public int Load => Queue.Count + (IsServing ? 1 : 0) + (State is CounterState.Open or CounterState.NotYetOpen ? 0 : 1);
}
