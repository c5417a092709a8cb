using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Events;
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

        // What the county itself says counts as the newer of the two.
        Assert.Equal(county with { AtMs = county.AtMs - 1 }, province.Children.Single(static child => child.Unit == UnitPath.Parse("hainan/haikou")));
    }

    [Fact]
    public void Until_the_instant_that_a_window_names_time_alone_moves_none_of_its_gauges() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(SomeWaits.ToArbitrary(), static some =>
        {
            var own = Seen(some.Record, some.AtMs);
            var until = own.NextMs ?? (some.AtMs + (400 * Day));
            long[] instants = [some.AtMs, some.AtMs + 1, (some.AtMs + until) / 2, until - 1];
            Assert.True(own.NextMs is null || own.NextMs > some.AtMs);
            Assert.All(instants.Where(instant => instant < until), instant => Assert.Equal(own.Gauges, Seen(some.Record, instant).Gauges));
        }));

    [Theory]
    [InlineData("10:03:00", "a ticket waits, and the window is offline after three minutes", SubjectKind.Ticket, SubjectKind.Opening)]
    [InlineData("10:15:00", "nothing waits, and the window is silent after a quarter of an hour")]
    public void The_instant_that_a_window_names_is_the_first_at_which_a_gauge_has_moved(string last, string because, params SubjectKind[] open)
    {
        var record = Record("w01", "10:00:00") with { Open = [.. open.Select(static kind => new OpenSubject(kind, "1", At("09:59:00")))] };

        Assert.True(Seen(record, At("10:00:30")).NextMs == At(last) + 1, because);
    }

    [Fact]
    public void A_department_that_only_windows_make_due_names_the_first_of_their_instants()
    {
        var department = Loaded(Housing, "10:00:30", Record("w01", "10:00:00"), Record("w02", "10:00:10"));

        Assert.Equal(At("10:15:00") + 1, department.Total(At("10:00:30")).NextMs);
        Assert.Empty(department.Overtaken(At("10:15:00")));
        Assert.Equal(["w01"], department.Overtaken(At("10:15:00") + 1).Select(static window => window.Unit.Name));
    }

    private const long Day = 86_400_000;

    private static readonly Gen<OpenSubject> SomeOpen =
        from kind in Gen.Elements(SubjectKind.Case, SubjectKind.Review, SubjectKind.Order, SubjectKind.Ticket, SubjectKind.Opening)
        from since in Gen.Choose(-2 * 1440, 1440)
        from soon in Gen.Choose(-1440, 1440)
        from due in Gen.Choose(0, 600)
        from state in Gen.Elements(OpenState.None, OpenState.Paused)
        from hasLimit in Gen.Elements(true, false)
        let soonMs = At("10:00:00") + (soon * 60_000L)
        select new OpenSubject(
            kind, $"{since}", At("10:00:00") + (since * 60_000L), hasLimit ? soonMs + (due * 60_000L) : null, state, hasLimit ? soonMs : null, hasLimit && due % 2 == 0 ? soonMs + (due * 90_000L) : null);

    private static readonly Gen<(WindowRecord Record, long AtMs)> SomeWaits =
        from window in Gen.Elements("w01", "hainan/sanya/health/w01", "hainan/sansha/service/w01")
        from heard in Gen.Choose(-3 * 1440, 60)
        from isHeard in Gen.Elements(true, true, true, false)
        from minute in Gen.Choose(-600, 840)
        from open in SomeOpen.ListOf()
        select (Record(window, "10:00:00") with { LastEventMs = isHeard ? At("10:00:00") + (heard * 60_000L) : 0, Open = [.. open] }, At("10:00:00") + (minute * 60_000L));

    private static Contribution Seen(WindowRecord record, long atMs) => WindowBoard.ContributionOf(record, BusinessDay.Of(At("10:00:00")), atMs, Some.Attendance(Some.Offices()));

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
