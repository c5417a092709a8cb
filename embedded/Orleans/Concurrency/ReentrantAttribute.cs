namespace Orleans.Concurrency;

/// <summary>Calls of the marked grain class may start while others wait; turns still run one at a time.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
