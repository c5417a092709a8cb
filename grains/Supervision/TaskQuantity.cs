using System.Collections.Immutable;

namespace OpsBoard.Supervision;

/// <summary>How much there is to do in the year of the due week, and how much of it by the end of each month.</summary>
/// <param name="Target">1 or more.</param>
/// <param name="ByMonth">In all by the end of January to December, never falling and at last the target; empty: nobody has decomposed it.</param>
[GenerateSerializer, Immutable, Alias("TaskQuantity")]
public sealed record TaskQuantity([property: Id(0)] long Target, [property: Id(1)] ImmutableArray<long> ByMonth)
{
    public bool Equals(TaskQuantity? other) => other is not null && Target == other.Target && ByMonth.SequenceEqual(other.ByMonth);

    public override int GetHashCode() => HashCode.Combine(Target, ByMonth.Length);
}
