namespace OpsBoard.LoadTest;

public sealed class CorePlanTests
{
    [Theory]
    [InlineData("0-1", "0", "1")]
    [InlineData("2,5", "2", "5")]
    [InlineData("0-3", "0,1,2", "3")]
    [InlineData("0-5,8-9", "0,1,2,3,4,5", "8,9")]
    public void The_driver_has_one_core_in_four_and_at_least_one(string allowed, string server, string driver) =>
        Assert.Equal(new CorePlan(server, driver), CorePlan.Of(CorePlan.Read(allowed)));

    [Theory]
    [InlineData("3")]
    [InlineData("")]
    public void A_single_core_is_shared(string allowed) => Assert.Equal(CorePlan.None, CorePlan.Of(CorePlan.Read(allowed)));

    [Fact]
    public void A_result_says_who_ran_where() => Assert.Equal(
        ("server on core 0, driver on core 1", "not pinned: server and driver share all cores"),
        (new CorePlan("0", "1").ToString(), CorePlan.None.ToString()));
}
