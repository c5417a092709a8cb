namespace OpsBoard.Web.Screens;

public sealed class NearestScopesTests
{
    [Theory]
    [InlineData("hainan/haiku", "hainan/haikou")]
    [InlineData("海口", "hainan/haikou")]
    [InlineData("Wenchang", "hainan/wenchang")]
    [InlineData("hainan/haikou/house", "hainan/haikou/housing")]
    public void A_mistyped_scope_finds_the_unit_that_was_meant(string asked, string meant) =>
        Assert.Equal(meant, NearestScopes.To(asked, SampleRoster.Hainan.All)[0].ToString());
}
