namespace OpsBoard.LoadTest;

internal sealed record Case(string Name, Item Item, Window Window, string Channel, int Trips)
{
    /// <summary>Done at once (即办), because everything that is needed is there.</summary>
    public bool IsInstant { get; init; }
}
