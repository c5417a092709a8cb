using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

public sealed class WallRowsTests
{
    private const long Noon = 1_795_233_600_000;
    private const long DayMs = 86_400_000;

    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    private static readonly Roster Roster = RosterReader.Read(
        """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},
          {"path":"hainan/haikou","name":{"zh":"海口","en":"Haikou"}},
          {"path":"hainan/sanya","name":{"zh":"三亚","en":"Sanya"}}]}
        """u8,
        "units.json");

    [Fact]
    public void A_lagging_indicator_names_its_target_its_gap_and_who_holds_it_back()
    {
        var shown = Shown(Child("haikou", good: 90, bad: 10), Child("sanya", good: 99, bad: 1));

        Assert.Equal(
            ["好评率（主动评价）", "94.5%", "189/200", "≥ 95%", "−0.50", "海口", "−2.50", "", ""],
            Texts(shown, LaggingRows.Name(1), LaggingRows.Value(1), LaggingRows.Parts(1), LaggingRows.Target(1), LaggingRows.Gap(1), LaggingRows.Child(1, 1), LaggingRows.Share(1, 1), LaggingRows.Child(1, 2), LaggingRows.Share(1, 2)),
            StringComparer.Ordinal);
    }

    [Fact]
    public void An_indicator_that_is_behind_comes_before_those_that_are_met_or_have_no_data()
    {
        var shown = Shown(Child("haikou", good: 60, bad: 40, onTime: 100), Child("sanya"));

        Assert.Equal((Levels.Behind, null), (shown["hainan.lag1.value"].Level, shown["hainan.lag2.value"].Level));
        Assert.Equal("60.0%", shown["hainan.lag1.value"].Zh);
    }

    [Fact]
    public void A_unit_whose_figures_are_old_is_not_said_to_hold_anything_back() =>
        Assert.Equal("", Shown(Child("haikou", good: 1, bad: 9, lastEventMs: Noon - 3_600_000), Child("sanya", good: 99, bad: 1))[$"hainan.{LaggingRows.Child(1, 1)}"].Zh);

    [Fact]
    public void Bad_reviews_are_listed_by_those_overdue_and_then_by_those_to_contact()
    {
        var shown = Shown(
            Child("haikou", reviews: new Gauges { BadReviewsOpen = 5, BadReviewsToContact = 4 }),
            Child("sanya", reviews: new Gauges { BadReviewsOpen = 3, BadReviewsToContact = 1, BadReviewsOverdue = 2 }));

        Assert.Equal(["三亚", "1", "2", "2"], Texts(shown, ReviewRows.Name(1), ReviewRows.ToContact(1), ReviewRows.BeingHandled(1), ReviewRows.Overdue(1)), StringComparer.Ordinal);
        Assert.Equal(["海口", "4", "1", "0"], Texts(shown, ReviewRows.Name(2), ReviewRows.ToContact(2), ReviewRows.BeingHandled(2), ReviewRows.Overdue(2)), StringComparer.Ordinal);
        Assert.Equal(["", ""], Texts(shown, ReviewRows.Name(3), ReviewRows.Overdue(3)), StringComparer.Ordinal);
    }

    [Fact]
    public void The_scope_says_how_many_bad_reviews_came_today_are_in_hand_and_how_old_the_oldest_is()
    {
        var shown = Shown(Child("haikou", bad: 3, reviews: new Gauges { BadReviewsOpen = 5, BadReviewsToContact = 4, OldestBadReviewMs = Noon - (3 * DayMs) }));

        Assert.Equal(["3", "1", "3天"], Texts(shown, ReviewRows.Today, ReviewRows.InHand, ReviewRows.Oldest), StringComparer.Ordinal);
    }

    [Fact]
    public void Without_an_open_bad_review_there_is_no_oldest() =>
        Assert.Equal(new Shown("—", "—", States.NoData), Shown(Child("haikou"))[$"hainan.{ReviewRows.Oldest}"]);

    [Fact]
    public void Windows_that_are_not_served_are_counted_by_unit_and_the_rest_is_called_normal()
    {
        var shown = Shown(Child("haikou"), Child("sanya", reviews: new Gauges { WindowsOpen = 12, WindowsPaused = 2, WindowsOffline = 1, WindowsSilent = 3 }));

        Assert.Equal(["三亚", "12/20", "2", "1", "3"], Texts(shown, WindowRows.Name(1), WindowRows.Open(1), WindowRows.PausedIn(1), WindowRows.OfflineIn(1), WindowRows.SilentIn(1)), StringComparer.Ordinal);
        Assert.Equal(["2", "1", "1"], Texts(shown, WindowRows.Paused, WindowRows.Offline, WindowRows.RestNormal), StringComparer.Ordinal);
    }

    [Fact]
    public void Those_for_whom_the_list_of_windows_has_no_row_are_counted()
    {
        var shown = Shown([.. Enumerable.Range(0, WindowRows.Rows + 2).Select(static i => Child($"c{i}", reviews: new Gauges { WindowsSilent = 1 + i }))]);

        Assert.Equal(["0", "2"], Texts(shown, WindowRows.RestNormal, WindowRows.RestNoted), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, 0, "开放")]
    [InlineData(1, 1, 0, "暂停")]
    [InlineData(1, 1, 1, "离线")]
    [InlineData(0, 0, 0, "关闭")]
    public void A_window_says_its_standing_in_one_word(long open, long paused, long offline, string word)
    {
        var window = UnitPath.Parse("hainan/haikou/tax/w01");
        var gauges = new Gauges { WindowsOpen = open, WindowsPaused = paused, WindowsOffline = offline, WindowsDue = 1, DueSinceMs = 0, DueEventMs = Noon };
        var child = new Contribution(new Cell(window, BusinessDay.Of(Noon), 1, Tally.Zero), Noon, gauges, Noon, Windows: 1);

        var shown = new Printed(Roster, new FreshnessLimits()).Of(new BoardState(child with { Cell = child.Cell with { Unit = window.Parent } }, [child]), Noon);

        Assert.Equal(word, shown[$"{window}.{WindowRows.Standing}"].Zh);
    }

    [Fact]
    public void Those_beside_the_list_are_normal_only_when_nothing_is_to_be_marked()
    {
        var shown = Shown(Child("haikou", reviews: new Gauges { DueSoon = 1 }), Child("sanya"));

        Assert.Equal(["1", "1"], Texts(shown, Attention.RestNormal, Attention.RestNoted), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Texts(IReadOnlyDictionary<string, Shown> shown, params string[] figures) => figures.Select(figure => shown[$"hainan.{figure}"].Zh);

    private static FrozenDictionary<string, Shown> Shown(params Contribution[] children)
    {
        var own = new Contribution(
            new Cell(Hainan, BusinessDay.Of(Noon), 9, children.Aggregate(Tally.Zero, static (sum, child) => sum + child.Cell.Tally)),
            Noon,
            children.Aggregate(default(Gauges), static (sum, child) => sum + child.Gauges) with { DueEventMs = Noon },
            Noon,
            Windows: 40);
        return new Printed(Roster, new FreshnessLimits(), new IndicatorBodies(SomeIndicators.Packaged, Roster, CountingTerms.Default)).Of(new BoardState(own, [.. children]), Noon);
    }

    private static Contribution Child(string name, long good = 0, long bad = 0, long onTime = 0, Gauges reviews = default, long lastEventMs = Noon) => new(
        new Cell(Hainan.Child(name), BusinessDay.Of(Noon), 3, Tally.Zero.With(Counter.Stars5, good).With(Counter.Stars1, bad).With(Counter.OnTime, onTime)),
        Noon,
        reviews with { WindowsDue = 20, DueSinceMs = 0, DueEventMs = lastEventMs },
        lastEventMs,
        Windows: 20);
}
