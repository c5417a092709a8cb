using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Units;

/// <summary>Four-level coverage (四级覆盖): units that report today, of those registered.</summary>
public sealed class CoverageTests
{
    private static readonly BusinessDay Today = BusinessDay.Of(Some.NowMs);
    private static readonly long NowMs = Some.NowMs;

    private static readonly Roster Roster = RosterReader.Read(
        """
        {"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},
          {"path":"hainan/haikou","name":{"zh":"海口市","en":"Haikou"}},
          {"path":"hainan/haikou/housing","name":{"zh":"公积金","en":"Housing"}},
          {"path":"hainan/haikou/housing/w01","name":{"zh":"1号","en":"1"}},
          {"path":"hainan/haikou/haidian","name":{"zh":"海甸街道","en":"Haidian"},"level":"township"},
          {"path":"hainan/haikou/haidian/w01","name":{"zh":"1号","en":"1"}},
          {"path":"hainan/haikou/haidian/w02","name":{"zh":"2号","en":"2"}},
          {"path":"hainan/haikou/haidian/xinli","name":{"zh":"新利村","en":"Xinli"},"level":"village"},
          {"path":"hainan/haikou/haidian/fuan","name":{"zh":"福安村","en":"Fu'an"},"level":"village"},
          {"path":"hainan/sanya","name":{"zh":"三亚市","en":"Sanya"}},
          {"path":"hainan/sanya/housing","name":{"zh":"公积金","en":"Housing"}},
          {"path":"hainan/sanya/housing/yacheng","name":{"zh":"崖城镇","en":"Yacheng"},"level":"township"},
          {"path":"hainan/sansha","name":{"zh":"三沙市","en":"Sansha"},"reporting":false},
          {"path":"hainan/sansha/yongxing","name":{"zh":"永兴","en":"Yongxing"},"level":"township"}
        ]}
        """u8,
        "units.json");

    [Theory]
    [InlineData("hainan", 2, 2, 2)]
    [InlineData("hainan/haikou", 1, 1, 2)]
    [InlineData("hainan/haikou/haidian", 0, 1, 2)]
    [InlineData("hainan/haikou/haidian/xinli", 0, 0, 1)]
    [InlineData("hainan/haikou/housing", 0, 0, 0)]
    [InlineData("hainan/~/housing", 0, 1, 0)]
    [InlineData("hainan/sansha", 0, 0, 0)]
    public void The_roster_says_how_many_units_of_each_level_owe_figures(string scope, long counties, long townships, long villages) =>
        Assert.Equal(new Coverage(counties, townships, villages), Roster.Registered(UnitPath.Parse(scope)));

    [Theory]
    [InlineData("hainan", 2, 2, 1)]
    [InlineData("hainan/haikou", 1, 1, 1)]
    [InlineData("hainan/haikou/haidian", 0, 1, 1)]
    [InlineData("hainan/~/housing", 0, 1, 0)]
    public void A_unit_above_windows_counts_once_however_many_of_them_report(string scope, long counties, long townships, long villages)
    {
        var unit = UnitPath.Parse(scope);
        WindowRecord[] all = [Heard("hainan/haikou/haidian/w01"), Heard("hainan/haikou/haidian/w02"), Heard("hainan/haikou/haidian/xinli"), Heard("hainan/sanya/housing/yacheng")];

        var rollUp = Loaded(scope, [.. all.Where(window => unit.Contains(window.Window))]);

        Assert.Equal(new Coverage(counties, townships, villages), rollUp.Total(NowMs).Gauges.Reporting);
    }

    [Fact]
    public void Told_by_its_children_a_county_counts_what_it_would_count_from_the_journal()
    {
        WindowRecord[] records = [Heard("hainan/haikou/haidian/w01"), Heard("hainan/haikou/haidian/fuan"), Heard("hainan/haikou/housing/w01")];
        var county = Loaded("hainan/haikou");

        county.Accept(Loaded("hainan/haikou/haidian", records[..2]).Total(NowMs));
        county.Accept(Loaded("hainan/haikou/housing", records[2..]).Total(NowMs));

        Assert.Equal(new Coverage(1, 1, 1), county.Total(NowMs).Gauges.Reporting);
        Assert.Equal(Loaded("hainan/haikou", records).Total(NowMs).Gauges, county.Total(NowMs).Gauges);
    }

    [Fact]
    public void A_county_reports_through_windows_that_are_in_no_roster_and_these_count_nowhere() => Assert.Equal(
        new Coverage(1, 0, 0),
        Loaded("hainan", Heard("hainan/haikou/water/w09")).Total(NowMs).Gauges.Reporting);

    [Fact]
    public void A_county_outside_of_the_roster_or_exempt_does_not_count() => Assert.Equal(
        default,
        Loaded("hainan", Heard("hainan/jiyang/water/w09"), Heard("hainan/sansha/yongxing/w01")).Total(NowMs).Gauges.Reporting);

    [Fact]
    public void A_window_whose_newest_event_is_of_yesterday_does_not_report_today() => Assert.Equal(
        default,
        Loaded("hainan", Heard("hainan/haikou/haidian/xinli", Today.StartMs - 1)).Total(NowMs).Gauges.Reporting);

    [Fact]
    public void At_midnight_nobody_has_reported_though_gauges_stay()
    {
        var county = Loaded("hainan/haikou", Heard("hainan/haikou/haidian/xinli"));

        county.AdvanceTo(Today.Next);

        var board = county.Board(Today.Next.StartMs);
        Assert.Equal(default, board.Own.Gauges.Reporting);
        Assert.All(board.Children, static child => Assert.Equal(default, child.Gauges.Reporting));
        Assert.Equal(5, board.Own.Gauges.WindowsDue);
    }

    [Fact]
    public void A_window_that_joins_late_is_added_and_its_county_is_not_added_again()
    {
        var department = Loaded("hainan/haikou/haidian", Heard("hainan/haikou/haidian/w01"));
        var county = Loaded("hainan/haikou");
        county.Accept(department.Total(NowMs));

        department.Accept(Window("hainan/haikou/haidian/xinli", NowMs + 1));
        county.Accept(department.Total(NowMs + 1));

        Assert.Equal(new Coverage(1, 1, 1), county.Total(NowMs + 1).Gauges.Reporting);
    }

    [Fact]
    public void A_parents_coverage_is_that_of_its_children_and_itself()
    {
        var board = Loaded("hainan/haikou", Heard("hainan/haikou/haidian/w01"), Heard("hainan/haikou/haidian/xinli")).Board(NowMs);

        Assert.Equal(
            board.Own.Gauges.Reporting,
            board.Children.Aggregate(Roster.CoverageOf(board.Unit), static (sum, child) => sum + child.Gauges.Reporting));
    }

    private static RollUp Loaded(string unit, params WindowRecord[] records)
    {
        var rollUp = new RollUp(UnitPath.Parse(unit), Some.Attendance(Roster), Today, NowMs);
        rollUp.Load(records, NowMs);
        return rollUp;
    }

    private static WindowRecord Heard(string window, long? atMs = null) => new(UnitPath.Parse(window), 1, atMs ?? NowMs, Tally.Zero, default, ImmutableArray<OpenSubject>.Empty);

    private static Contribution Window(string window, long atMs) => WindowBoard.ContributionOf(Heard(window, atMs), Today, atMs, Some.Attendance(Roster));
}
