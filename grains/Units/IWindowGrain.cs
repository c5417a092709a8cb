namespace OpsBoard.Units;

/// <summary>One service window (窗口).</summary>
public interface IWindowGrain : IUnitGrain;
