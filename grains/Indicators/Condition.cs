using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>An indicator exists only where this sum is above 0.</summary>
/// <param name="Reason">What is said elsewhere: 未导入事项目录.</param>
public sealed record Condition(Sum Sum, Wording Reason);
