using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

public sealed class FiguresTestsOfABoard
{
    private const long Noon = 1_795_233_600_000;
    private const long HourAgo = Noon - 3_600_000;

    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    private static readonly Roster Roster = RosterReader.Read(
        """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},
          {"path":"hainan/haikou","name":{"zh":"海口市","en":"Haikou City"},"short":{"zh":"海口","en":"Haikou"}},
          {"path":"hainan/sanya","name":{"zh":"三亚市","en":"Sanya City"},"short":{"zh":"三亚","en":"Sanya"}},
          {"path":"hainan/sansha","name":{"zh":"三沙市","en":"Sansha"},"reporting":false},
          {"path":"hainan/wenchang","name":{"zh":"文昌市","en":"Wenchang"}}]}
        """u8,
        "units.json");

    [Fact]
    public void The_worst_children_come_by_overdue_cases_and_then_by_the_longest_wait()
    {
        var shown = Shown(Child("haikou", overdue: 1, waitMs: 60_000), Child("sanya", overdue: 1, waitMs: 900_000), Child("wenchang", overdue: 2));

        Assert.Equal("文昌市 2 0分钟", Row(shown, 1));
        Assert.Equal("三亚 1 15分钟", Row(shown, 2));
        Assert.Equal("海口 1 1分钟", Row(shown, 3));
        Assert.Equal("  ", Row(shown, 4));
    }

    [Fact]
    public void A_child_whose_figures_are_old_is_not_ranked_among_the_worst() =>
        Assert.Equal("  ", Row(Shown(Child("haikou", overdue: 9, lastEventMs: HourAgo)), 1));

    [Fact]
    public void Coverage_counts_the_units_that_owe_figures_and_is_watched_until_all_report()
    {
        var partial = Shown(Child("haikou"), Child("sanya"), Child("sansha"));
        var full = Shown(Child("haikou"), Child("sanya"), Child("wenchang"));

        Assert.Equal(new Shown("2/3", "2/3", States.Ok, Levels.Watch), partial["hainan.coverage"]);
        Assert.Equal(new Shown("3/3", "3/3", States.Ok), full["hainan.coverage"]);
    }

    [Fact]
    public void A_registered_child_that_never_reported_stands_in_the_board_without_a_value() =>
        Assert.Equal(States.NotReporting, Shown(Child("haikou"))["hainan/wenchang.accepted"].State);

    [Fact]
    public void A_child_that_owes_no_figures_is_called_not_applicable() =>
        Assert.Equal(States.NotApplicable, Shown(Child("haikou"))["hainan/sansha.accepted"].State);

    [Fact]
    public void A_department_goes_by_its_countys_name_on_the_screen_of_its_line() => Assert.Equal(
        new Wording("海口", "Haikou"),
        Roster.ShortNameIn(UnitPath.Parse("hainan/~/housing"), UnitPath.Parse("hainan/haikou/housing")));

    private static string Row(IReadOnlyDictionary<string, Shown> shown, int row) =>
        $"{shown[$"hainan.{Attention.Name(row)}"].Zh} {shown[$"hainan.{Attention.Overdue(row)}"].Zh} {shown[$"hainan.{Attention.Wait(row)}"].Zh}";

    private static FrozenDictionary<string, Shown> Shown(params Contribution[] children)
    {
        var own = new Contribution(new Cell(Hainan, BusinessDay.Of(Noon), 9, Tally.Zero), Noon, new Gauges(), Noon, Windows: 60);
        return new Printed(Roster, new FreshnessLimits()).Of(new BoardState(own, [.. children]), Noon);
    }

    private static Contribution Child(string name, long overdue = 0, long? waitMs = null, long lastEventMs = Noon) => new(
        new Cell(Hainan.Child(name), BusinessDay.Of(Noon), 3, Tally.Zero),
        Noon,
        new Gauges { Overdue = overdue, OldestWaitingMs = Noon - waitMs, WindowsDue = 20, DueSinceMs = 0, DueEventMs = lastEventMs },
        lastEventMs,
        Windows: 20);
}
