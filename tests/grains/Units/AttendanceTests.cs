using System.Collections.Immutable;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Units;

/// <summary>Who is due and who is silent, on the way up from the windows.</summary>
public sealed class AttendanceTests
{
    private const string Housing = "hainan/haikou/housing";

    private static readonly FreshnessLimits Limits = new();

    [Fact]
    public void Registered_windows_that_never_reported_count_as_silent_once_they_would_be()
    {
        var county = Open("hainan/haikou", "08:40:00");
        var before = county.Total(At("08:40:00")).Gauges;

        var moved = county.Watch(At("08:46:00"));

        Assert.True(moved);
        Assert.Equal((2L, 0L), (before.WindowsDue, before.WindowsSilent));
        Assert.Equal((2L, 2L), Silent(county, "08:46:00"));
        Assert.Equal(FreshnessState.Never, Limits.Of(county.Total(At("08:46:00")), At("08:46:00")));
    }

    [Fact]
    public void A_look_at_which_nothing_moved_says_so() => Assert.False(Open("hainan/haikou", "09:00:00").Watch(At("09:01:00")));

    [Fact]
    public void In_the_evening_silent_windows_are_closed()
    {
        var county = Open("hainan/haikou", "17:00:00");

        county.Watch(At("17:30:00"));

        Assert.Equal((0L, 0L), Silent(county, "17:30:00"));
        Assert.Equal(FreshnessState.Closed, Limits.Of(county.Total(At("17:30:00")), At("17:30:00")));
    }

    [Fact]
    public void A_department_with_some_silent_windows_is_live_and_counts_them()
    {
        var department = Loaded(Housing, "10:00:00", Record("w01", "09:59:00"), Record("w02", "09:00:00"));

        var total = department.Total(At("10:00:00"));

        Assert.Equal((2L, 1L), (total.Gauges.WindowsDue, total.Gauges.WindowsSilent));
        Assert.Equal(FreshnessState.Live, Limits.Of(total, At("10:00:00")));
    }

    [Fact]
    public void A_department_whose_due_windows_are_all_silent_is_silent_though_one_that_is_not_due_reports()
    {
        var department = Loaded(Housing, "2026-11-21 10:00:00", Record("w01", "2026-11-21 09:59:59"), Record("w02", "2026-11-21 09:30:00"));

        var total = department.Total(At("2026-11-21 10:00:00"));

        Assert.Equal((1L, 1L), (total.Gauges.WindowsDue, total.Gauges.WindowsSilent));
        Assert.Equal(FreshnessState.Silent, Limits.Of(total, At("2026-11-21 10:00:00")));
        Assert.Equal(At("2026-11-21 09:30:00"), total.HeardMs);
    }

    [Fact]
    public void A_department_whose_windows_are_all_closed_is_closed() => Assert.Equal(
        FreshnessState.Closed,
        Limits.Of(Loaded(Housing, "20:00:00", Record("w01", "17:29:00"), Record("w02", "17:00:00")).Total(At("20:00:00")), At("20:00:00")));

    [Fact]
    public void A_department_is_closed_and_not_silent_while_its_windows_have_only_just_opened() => Assert.Equal(
        FreshnessState.Closed,
        Limits.Of(Loaded(Housing, "08:30:30", Record("w01", "2026-11-19 17:29:00"), Record("w02", "2026-11-19 17:00:00")).Total(At("08:30:30")), At("08:30:30")));

    [Fact]
    public void A_window_that_opens_later_than_the_others_does_not_hide_that_they_are_silent() => Assert.Equal(
        FreshnessState.Silent,
        Limits.Of(Loaded("hainan/sanya", "09:01:00", Record("hainan/sanya/health/w01", "2026-11-19 17:00:00")).Total(At("09:01:00")), At("09:01:00")));

    [Fact]
    public void A_unit_that_owes_no_figures_has_no_window_that_is_due() => Assert.Equal((0L, 0L), Silent(Open("hainan/sansha", "10:00:00"), "10:00:00"));

    [Fact]
    public void A_registered_unit_without_windows_is_due_by_itself() => Assert.Equal(
        FreshnessState.Never,
        Limits.Of(Open("hainan/wenchang", "10:00:00").Total(At("10:00:00")), At("10:00:00")));

    [Fact]
    public void What_a_province_says_of_a_county_that_sleeps_is_what_the_county_would_say()
    {
        WindowRecord[] records = [Record("hainan/haikou/housing/w01", "09:59:00")];
        var province = Loaded("hainan", "10:00:00", records).Board(At("10:00:00"));

        var county = Loaded("hainan/haikou", "10:00:00", records).Total(At("10:00:00"));

        Assert.Equal(county, province.Children.Single(static child => child.Unit == UnitPath.Parse("hainan/haikou")));
    }

    private static RollUp Open(string unit, string time) => new(UnitPath.Parse(unit), Some.Attendance(Some.Offices()), BusinessDay.Of(At(time)), At(time));

    private static RollUp Loaded(string unit, string time, params WindowRecord[] records)
    {
        var rollUp = Open(unit, time);
        rollUp.Load(records, At(time));
        return rollUp;
    }

    private static WindowRecord Record(string window, string heard) =>
        new(UnitPath.Parse(window.Contains('/', StringComparison.Ordinal) ? window : $"{Housing}/{window}"), 1, At(heard), Tally.Zero, default, ImmutableArray<OpenSubject>.Empty);

    private static (long Due, long Silent) Silent(RollUp unit, string time) =>
        (unit.Total(At(time)).Gauges.WindowsDue, unit.Total(At(time)).Gauges.WindowsSilent);

    private static long At(string time) => Some.At(time.Length == 8 ? $"2026-11-20 {time}" : time);
}
