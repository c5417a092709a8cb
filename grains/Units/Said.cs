namespace OpsBoard.Units;

/// <summary>
/// The instants under which one unit speaks: each later than the one before, though the clock stands still or is set back. Otherwise a
/// parent would take what a unit says next for something older.
/// </summary>
internal static class Said
{
    public static long After(long lastMs, long nowMs) => Math.Max(nowMs, lastMs + 1);
}
