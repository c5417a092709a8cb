namespace OpsBoard.LoadTest;

public sealed class RecountReadingTests
{
    [Fact]
    public void A_recount_without_differences_is_equal() => Assert.Equal(new Recount(1200, true), Recount.Read("1200 events recounted, 40 cells compared: equal.\n"));

    [Fact]
    public void A_recount_with_differences_is_not() => Assert.Equal(new Recount(1200, false), Recount.Read("1200 events recounted, 40 cells compared: 3 differences.\n  hainan/…"));

    [Fact]
    public void Any_other_text_is_none() => Assert.Null(Recount.Read("opsboard: There is no journal."));
}
