namespace OpsBoard.Planting;

/// <summary>The test build of <c>tests/simulation</c> compiles another file in this one's place, whose answer the test chooses.</summary>
public static class Planted
{
    /// <summary>Always false, so that the compiler of the running program leaves out what asks.</summary>
    public static bool Has(Bug bug) => false;
}
