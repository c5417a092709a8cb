using OpsBoard.Units;

namespace OpsBoard.Web.Access.Sources;

/// <summary>What a source may write, and under which names.</summary>
public sealed class RegisteredSourceTests
{
    private static readonly RegisteredSource Hall = new("hall-3", [UnitPath.Parse("hainan/jiyang"), UnitPath.Parse("hainan/haikou/housing/w01"), UnitPath.Parse("hainan/~/tax")]);

    [Theory]
    [InlineData("hainan/jiyang", true)]
    [InlineData("hainan/jiyang/housing/w03", true)]
    [InlineData("hainan/jiyangx/housing/w03", false)]
    [InlineData("hainan", false)]
    [InlineData("hainan/haikou/housing/w01", true)]
    [InlineData("hainan/haikou/housing/w02", false)]
    [InlineData("hainan/haikou/tax/w02", true)]
    [InlineData("guangdong/jiyang/housing/w03", false)]
    public void A_source_writes_its_units_and_all_beneath_them(string unit, bool writes) => Assert.Equal(writes, Hall.Writes(UnitPath.Parse(unit)));

    [Theory]
    [InlineData("hall-3", true)]
    [InlineData("hall-3/pad-7", true)]
    [InlineData("hall-3/", true)]
    [InlineData("hall-33", false)]
    [InlineData("hall-3:pad-7", false)]
    [InlineData("hall", false)]
    [InlineData("Hall-3", false)]
    [InlineData("urn:hall-3", false)]
    [InlineData("", false)]
    public void A_source_sends_under_its_own_name_and_names_beneath_it(string source, bool isOwn) => Assert.Equal(isOwn, Hall.SpeaksAs(source));

    [Theory]
    [InlineData("hall-3", true)]
    [InlineData("3", true)]
    [InlineData("", false)]
    [InlineData("-hall", false)]
    [InlineData("hall-", false)]
    [InlineData("Hall", false)]
    [InlineData("hall 3", false)]
    [InlineData("hall/3", false)]
    [InlineData("大厅", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", true)]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", false)]
    public void A_name_is_a_short_word_that_cannot_hold_another_name(string text, bool isName) => Assert.Equal(isName, RegisteredSource.IsName(text));
}
