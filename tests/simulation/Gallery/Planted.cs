namespace OpsBoard.Planting;

/// <summary>The answer of the test build: what the gallery has planted.</summary>
public static class Planted
{
    private static Bug s_bug;

    public static void Plant(Bug bug) => s_bug = bug;

    public static bool Has(Bug bug) => s_bug == bug;
}
