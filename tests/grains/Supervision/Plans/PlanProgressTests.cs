using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>Targets by month and quarter: a month that is short is ▲, a quarter ■; time, quantity and quality apart.</summary>
public sealed class PlanProgressTests
{
    private static readonly ImmutableArray<Milestone> Jiyang =
    [
        SomeMilestone.Of(value: 61, document: "2022", date: "2022-12-30"),
        SomeMilestone.Of(value: 38, document: "2021", date: "2021-12-28"),
    ];

    [Fact]
    public void Sixty_one_is_enough_for_the_sixty_of_2022_and_short_of_the_eighty_of_2023()
    {
        var (first, second) = (Progress(Plan(2022, 60, start: 38, told: Cycle.Year), "2026-11-20", Jiyang), Progress(Plan(2023, 80, start: 61, told: Cycle.Year), "2026-11-20", Jiyang));

        Assert.Equal((61L, PlanStanding.Met, TaskMark.None), (first.Year.Amount!.Numerator, first.Year.Standing, first.Marks.Worst));
        Assert.Equal((61L, PlanStanding.Behind, TaskMark.Behind), (second.Year.Amount!.Numerator, second.Year.Standing, second.Marks.Quantity));
    }

    [Fact]
    public void About_a_hundred_is_not_counted_as_a_hundred_and_its_quality_is_marked_not_its_quantity()
    {
        var credit = SomeMilestone.Of(value: 100, document: "2022", date: "2022-12-30") with { Qualifier = MilestoneQualifier.About };

        var progress = Progress(Plan(2023, 100, start: 100, told: Cycle.Year), "2026-11-20", credit);

        Assert.All(progress.Cells, static cell => Assert.Equal(PlanStanding.Unsure, cell.Standing));
        Assert.Equal((TaskMark.None, TaskMark.Behind), (progress.Marks.Quantity, progress.Marks.Quality));
    }

    [Fact]
    public void Of_all_nobody_said_how_many_that_is_so_three_hundred_is_neither_enough_nor_short()
    {
        var progress = Progress(Plan(2023, null, told: Cycle.Year), "2026-11-20", SomeMilestone.Of(value: 300, date: "2022-12-30") with { Qualifier = MilestoneQualifier.AtLeast });

        Assert.Equal((300L, null, PlanStanding.Unsure), (progress.Year.Amount!.Numerator, progress.Year.Wanted, progress.Year.Standing));
    }

    [Theory]
    [InlineData(MilestoneQualifier.AtLeast, 60, false, PlanStanding.Met)]
    [InlineData(MilestoneQualifier.AtLeast, 59, false, PlanStanding.Unsure)]
    [InlineData(MilestoneQualifier.AtLeast, 61, true, PlanStanding.Behind)]
    [InlineData(MilestoneQualifier.AtLeast, 60, true, PlanStanding.Unsure)]
    [InlineData(MilestoneQualifier.Exact, 60, true, PlanStanding.Met)]
    [InlineData(MilestoneQualifier.About, 90, false, PlanStanding.Unsure)]
    public void At_least_so_many_reaches_as_many_and_where_less_is_better_never_stays_below(MilestoneQualifier qualifier, long value, bool isAtMost, PlanStanding standing)
    {
        var plan = Plan(2022, 60, start: 60, isAtMost: isAtMost);

        Assert.Equal(standing, Progress(plan, "2026-11-20", SomeMilestone.Of(value: value, date: "2021-12-30") with { Qualifier = qualifier }).Year.Standing);
    }

    // 12 of the year, 1 more each month; 2 were declared on 31 January.
    [Theory]
    [InlineData("2022-01-31", TaskMark.None)]
    [InlineData("2022-02-28", TaskMark.None)]
    [InlineData("2022-03-01", TaskMark.None)]
    [InlineData("2022-04-01", TaskMark.Behind)]
    public void A_month_or_a_quarter_is_judged_once_it_is_over(string today, TaskMark quantity) =>
        Assert.Equal(quantity, Progress(Plan(2022, 12), today, SomeMilestone.Of(value: 2, date: "2022-01-31")).Marks.Quantity);

    [Fact]
    public void A_month_that_is_short_is_a_warning_and_a_quarter_a_fault_as_the_settings_have_it()
    {
        var declared = SomeMilestone.Of(value: 1, date: "2022-01-31");
        var standards = new TaskStandards(MonthShort: TaskMark.Explained, QuarterShort: TaskMark.Warning);

        Assert.Equal(TaskMark.Warning, Progress(Plan(2022, 12), "2022-03-01", declared).Marks.Quantity);
        Assert.Equal((TaskMark.Warning, TaskMark.Behind), (Progress(Plan(2022, 12), "2022-04-01", declared).Months[2].Quantity, Progress(Plan(2022, 12), "2022-04-01", declared).Quarters[0].Quantity));
        Assert.Equal((TaskMark.Explained, TaskMark.Warning), (Progress(Plan(2022, 12), "2022-04-01", standards, declared).Months[2].Quantity, Progress(Plan(2022, 12), "2022-04-01", standards, declared).Marks.Quantity));
    }

    [Fact]
    public void What_came_later_makes_good_what_was_short_and_the_quarter_still_shows_what_it_was()
    {
        var progress = Progress(Plan(2022, 12), "2022-05-01", SomeMilestone.Of(value: 5, document: "二", date: "2022-04-20"), SomeMilestone.Of(value: 1, document: "一", date: "2022-01-31"));

        Assert.Equal((TaskMark.None, TaskMark.Behind), (progress.Marks.Quantity, progress.Quarters[0].Quantity));
    }

    [Fact]
    public void A_month_without_a_figure_is_short_of_time_and_not_of_quantity()
    {
        var progress = Progress(Plan(2022, 12), "2022-03-01", SomeMilestone.Of(value: 6, date: "2022-01-31"));

        Assert.Equal((TaskMark.None, TaskMark.Warning), (progress.Months[0].Time, progress.Months[1].Time));
        Assert.Equal((TaskMark.Warning, TaskMark.None, TaskMark.None), (progress.Marks.Time, progress.Marks.Quantity, progress.Marks.Quality));
    }

    [Theory]
    [InlineData(Cycle.Month, 11, 3, 0)]
    [InlineData(Cycle.Quarter, 0, 3, 0)]
    [InlineData(Cycle.Year, 0, 0, 0)]
    public void A_figure_is_missed_where_one_was_expected(Cycle told, int months, int quarters, int years)
    {
        var progress = Progress(Plan(2022, 12, told: told), "2026-11-20", SomeMilestone.Of(value: 12, date: "2022-01-31"));

        Assert.Equal((months, quarters, years), (progress.Months.Count(IsLate), progress.Quarters.Count(IsLate), IsLate(progress.Year) ? 1 : 0));

        static bool IsLate(PlanCell cell) => cell.Time != TaskMark.None;
    }

    [Fact]
    public void A_flow_adds_up_the_words_of_its_year_and_is_no_more_exact_than_the_least_exact_of_them()
    {
        ImmutableArray<Milestone> declared =
        [
            SomeMilestone.Of(value: 4, document: "三", date: "2022-03-30") with { Qualifier = MilestoneQualifier.AtLeast },
            SomeMilestone.Of(value: 3, document: "二", date: "2022-02-28"),
            SomeMilestone.Of(value: 99, document: "旧", date: "2021-12-30"),
        ];

        var progress = Progress(Plan(2022, 12, amounts: PlanAmounts.Flow), "2022-04-01", declared);

        Assert.Equal([null, 3L, 7L], progress.Months.Take(3).Select(static cell => cell.Amount?.Numerator));
        Assert.Equal((MilestoneQualifier.AtLeast, PlanStanding.Met), (progress.Quarters[0].Amount!.Qualifier, progress.Quarters[0].Standing));
    }

    [Fact]
    public void A_rate_is_judged_by_its_own_period_and_with_the_indicator_of_its_quality()
    {
        var plan = Plan(2022, null) with { Indicator = "zero-trip-usage-items", Milestone = null, IsRate = true, Target = Fraction.Of(0.6m), ByMonth = TargetPlan.Linear(0, Fraction.Of(0.6m), isRate: true, isAtMost: false), Quality = new PlanQuality("satisfaction-active", Fraction.Of(0.95m), IsAtMost: false) };
        var used = new PlanAmount(new Fraction(51, 245), 51, 245, MilestoneQualifier.Exact, SomeFact.Day("2022-12-31"), null);

        var progress = PlanProgress.Of(plan, _ => used, static _ => true, static period => period.LastMonth == 12 ? new Fraction(94, 100) : Fraction.One, SomeFact.Day("2023-01-01"), TaskStandards.Default);

        Assert.Equal([PlanStanding.Met, PlanStanding.Met, PlanStanding.Met, PlanStanding.Met, PlanStanding.Behind], progress.Months.Take(5).Select(static cell => cell.Standing));
        Assert.Equal((TaskMark.Behind, TaskMark.Behind, TaskMark.None), (progress.Marks.Quantity, progress.Marks.Quality, progress.Quarters[2].Quality));
    }

    [Fact]
    public void Equal_steps_go_one_way_and_end_at_the_target() => Prop.ForAll<ushort, ushort, (bool, bool)>((from, to, kind) =>
    {
        var (isRate, isAtMost) = kind;
        var (start, target) = (isRate ? new Fraction(from, 1 << 16) : from, isRate ? new Fraction(to, 1 << 16) : (Fraction)to);

        var months = TargetPlan.Linear(start, target, isRate, isAtMost);

        Assert.Equal((12, target), (months.Length, months[^1]));
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.True(from <= to ? pair.First <= pair.Second : pair.First >= pair.Second));
        Assert.All(months, wanted => Assert.True(isRate || wanted.Denominator.IsOne));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_what_is_not_over_nothing_is_marked_and_what_is_over_is_judged_once_for_all() => Prop.ForAll<ushort, byte>((value, month) =>
    {
        var last = (month % 12) + 1;
        var declared = SomeMilestone.Of(value: value % 200, date: "2022-01-01");
        var (then, later) = (Progress(Plan(2022, 120), $"2022-{last:00}-01", declared), Progress(Plan(2022, 120), "2030-01-01", declared));

        Assert.All(then.Months.Skip(last - 1), static cell => Assert.True(cell is { Time: TaskMark.None, Quantity: TaskMark.None, Quality: TaskMark.None }));
        Assert.Equal(later.Months.Take(last - 1), then.Months.Take(last - 1));
    }).QuickCheckThrowOnFailure();

    private static TargetPlan Plan(int year, long? target, long start = 0, bool isAtMost = false, Cycle told = Cycle.Month, PlanAmounts amounts = PlanAmounts.Level) => new(
        "plan", new("目标", "target"), SomeFact.County, year, null, "one-thing", IsRate: false, target is { } value ? (Fraction)value : null, isAtMost, "文件", amounts, told,
        target is { } wanted ? TargetPlan.Linear(start, wanted, isRate: false, isAtMost) : [], null);

    private static PlanProgress Progress(TargetPlan plan, string today, params ImmutableArray<Milestone> newestFirst) => Progress(plan, today, TaskStandards.Default, newestFirst);

    private static PlanProgress Progress(TargetPlan plan, string today, TaskStandards standards, params ImmutableArray<Milestone> newestFirst)
    {
        var declared = new DeclaredAmounts(plan, newestFirst);
        return PlanProgress.Of(plan, declared.At, declared.WereToldIn, static _ => null, SomeFact.Day(today), standards);
    }
}
