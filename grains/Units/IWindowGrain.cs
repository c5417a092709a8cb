using Orleans.Concurrency;
using OpsBoard.Journal;

namespace OpsBoard.Units;

/// <summary>One service window (窗口).</summary>
public interface IWindowGrain : IUnitGrain
{
    /// <summary>What the journal has made of the window. Lossy, as a touch is.</summary>
    [OneWay]
    Task Follow(WindowChange change);
}
