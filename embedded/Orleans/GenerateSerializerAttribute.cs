namespace Orleans;

/// <summary>The marked type may travel in calls; each member needs an <see cref="IdAttribute"/>, save the primary constructor's of a record.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
