namespace OpsBoard.Units;

public sealed class UnitPathTests
{
    [Theory]
    [InlineData("hainan", UnitKind.Province)]
    [InlineData("hainan/jiyang", UnitKind.County)]
    [InlineData("hainan/jiyang/housing", UnitKind.Department)]
    [InlineData("hainan/jiyang/housing/w03", UnitKind.Window)]
    [InlineData("hainan/~/housing", UnitKind.Line)]
    public void The_number_of_segments_says_the_kind(string text, UnitKind kind)
    {
        var path = UnitPath.Parse(text);

        Assert.Equal((kind, text), (path.Kind, path.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/hainan")]
    [InlineData("hainan/")]
    [InlineData("Hainan")]
    [InlineData("海南")]
    [InlineData("hainan/-x")]
    [InlineData("hainan/x-")]
    [InlineData("hainan/a_b")]
    [InlineData("hainan/a/b/c/d")]
    [InlineData("hainan/~")]
    [InlineData("hainan/~/housing/w01")]
    [InlineData("hainan/history")]
    [InlineData("hainan/jiyang/events")]
    [InlineData("hainan/..")]
    public void What_is_no_path_is_refused_with_a_reason(string text)
    {
        var isPath = UnitPath.TryParse(text, out _, out var fault);

        Assert.False(isPath);
        Assert.NotEmpty(fault!);
    }

    [Theory]
    [InlineData("hainan", "hainan/jiyang/housing/w03", true)]
    [InlineData("hainan/ji", "hainan/jiyang", false)]
    [InlineData("hainan/~/housing", "hainan/jiyang/housing/w03", true)]
    [InlineData("hainan/~/housing", "hainan/jiyang/health/w03", false)]
    [InlineData("hainan/jiyang", "hainan/jiyang", true)]
    public void A_unit_contains_itself_and_all_beneath_it(string scope, string unit, bool contains) =>
        Assert.Equal(contains, UnitPath.Parse(scope).Contains(UnitPath.Parse(unit)));

    [Theory]
    [InlineData("hainan", "hainan/jiyang")]
    [InlineData("hainan/jiyang", "hainan/jiyang/housing")]
    [InlineData("hainan/~/housing", "hainan/jiyang/housing")]
    public void The_way_down_to_a_window_leads_through_one_child(string scope, string child) =>
        Assert.Equal(UnitPath.Parse(child), UnitPath.Parse("hainan/jiyang/housing/w03").ChildOf(UnitPath.Parse(scope)));
}
