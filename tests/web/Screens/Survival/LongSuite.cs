using OpsBoard.Testing;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>What takes minutes runs where OPSBOARD_LONG is 1 (<c>./opsboard test --long</c>), and is counted as skipped elsewhere.</summary>
internal static class LongSuite
{
    public static void Only() => Assert.SkipUnless(RunSize.IsLong, "skipped: long suite; run ./opsboard test --long");
}
