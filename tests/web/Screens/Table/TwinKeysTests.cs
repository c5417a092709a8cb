using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Table;

public sealed class TwinKeysTests
{
    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");
    private static readonly UnitPath Haikou = UnitPath.Parse("hainan/haikou");

    [Fact]
    public void Figures_stand_in_the_order_of_all_screens_and_unknown_ones_last()
    {
        var keys = TwinKeys.Of(Hainan, [Haikou], ["hainan.overdue", "hainan.accepted", "hainan/haikou.brandNew", "hainan/haikou.overdue", "hainan/haikou.accepted"]);

        Assert.Equal([Figures.Accepted, Figures.Overdue], keys.Own, StringComparer.Ordinal);
        Assert.Equal([Figures.Accepted, Figures.Overdue, "brandNew"], keys.OfChildren, StringComparer.Ordinal);
        Assert.Empty(keys.Lists);
        Assert.Empty(keys.Others);
    }

    [Fact]
    public void What_is_numbered_is_a_list_with_the_name_first_and_its_rows_in_order()
    {
        var keys = TwinKeys.Of(Hainan, [], ["hainan.loop10.overdue", "hainan.loop2.overdue", "hainan.loop2.name", "hainan.loop10.name"]);

        var list = Assert.Single(keys.Lists);
        Assert.Equal("loop", list.Name);
        Assert.Equal([2, 10], list.Rows);
        Assert.Equal(["name", "overdue"], list.Columns, StringComparer.Ordinal);
        Assert.Equal("loop10.overdue", list.Figure(10, "overdue"));
    }

    [Fact]
    public void A_key_of_no_known_kind_is_shown_all_the_same()
    {
        var keys = TwinKeys.Of(Hainan, [Haikou], ["hainan.coverage", "hainan.brandNew", "hainan/sanya.accepted"]);

        Assert.Equal([(UnitPath.Parse("hainan/sanya"), "accepted"), (Hainan, "brandNew"), (Hainan, "coverage")], keys.Others);
    }
}
