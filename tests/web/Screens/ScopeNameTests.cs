using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

public sealed class ScopeNameTests
{
    [Theory]
    [InlineData("hainan", "海南省", "Hainan Province")]
    [InlineData("hainan/haikou", "海口市", "Haikou City")]
    [InlineData("hainan/haikou/housing", "海口市住房公积金管理局", "Housing Fund Office, Haikou City")]
    [InlineData("hainan/haikou/housing/w03", "海口市住房公积金管理局 w03", "w03, Housing Fund Office, Haikou City")]
    public void A_unit_is_called_with_those_of_which_it_is_a_part_down_from_its_county(string scope, string zh, string en) =>
        Assert.Equal((zh, en), (NameOf(scope, Words.Zh), NameOf(scope, Words.En)));

    [Fact]
    public void A_line_says_that_it_is_one() =>
        Assert.Equal(("住房公积金管理局（条线）", "Housing Fund Office (line)"), (NameOf("hainan/~/housing", Words.Zh), NameOf("hainan/~/housing", Words.En)));

    private static string NameOf(string scope, Words words) => ScopeName.Of(UnitPath.Parse(scope), SampleRoster.Hainan, words);
}
