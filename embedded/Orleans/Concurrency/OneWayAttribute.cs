namespace Orleans.Concurrency;

/// <summary>The marked interface method answers at once: whether the call arrives, runs or fails, the caller does not learn.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
