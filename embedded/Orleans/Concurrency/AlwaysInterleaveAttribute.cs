namespace Orleans.Concurrency;

/// <summary>Calls of the marked interface method may start while any other waits; turns still run one at a time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
