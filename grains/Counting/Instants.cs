namespace OpsBoard.Counting;

/// <summary>Which of two instants, in unix milliseconds; null stands for none.</summary>
public static class Instants
{
    public static long? Earliest(long? left, long? right) => left is null || right < left ? right : left;

    public static long? Latest(long? left, long? right) => left is null || right > left ? right : left;

    /// <summary>The instant where it lies ahead of another; null where it does not.</summary>
    public static long? Later(long thanMs, long? instantMs) => instantMs > thanMs ? instantMs : null;
}
