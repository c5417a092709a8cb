namespace OpsBoard.Counting;

/// <summary>How many units of each level reported on the business day (四级覆盖); the province itself is not counted.</summary>
[GenerateSerializer, Immutable, Alias("Coverage")]
public readonly record struct Coverage([property: Id(0)] long Counties, [property: Id(1)] long Townships, [property: Id(2)] long Villages)
{
    public static Coverage operator +(Coverage left, Coverage right) =>
        new(left.Counties + right.Counties, left.Townships + right.Townships, left.Villages + right.Villages);
}
