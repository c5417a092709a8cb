using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

public sealed class EvaluationTests
{
    [Fact]
    public void A_value_is_numerator_over_denominator_and_cut_to_six_decimals_for_machines()
    {
        var value = SomeIndicators.Packed("zero-trip-usage-items", (Counter.ItemsListed, 445), (Counter.ItemsZeroTrip, 245), (Counter.ItemsZeroTripUsed, 51));

        Assert.Equal((51L, 245L, 0.208163m, IndicatorState.Ok), (value.Numerator, value.Denominator, value.Rounded, value.State));
    }

    [Fact]
    public void Nothing_to_divide_by_is_no_data_and_neither_0_nor_100_percent()
    {
        var value = Evaluate(SomeIndicators.Figures(0, 0));

        Assert.Equal((IndicatorState.NoData, (Fraction?)null, IndicatorStatus.None), (value.State, value.Value, value.Status));
    }

    [Theory]
    [InlineData(FreshnessState.Live, IndicatorState.Ok)]
    [InlineData(FreshnessState.Closed, IndicatorState.Ok)]
    [InlineData(FreshnessState.Late, IndicatorState.Stale)]
    [InlineData(FreshnessState.Silent, IndicatorState.NotReporting)]
    [InlineData(FreshnessState.Never, IndicatorState.NotReporting)]
    public void How_a_unit_reports_decides_what_can_be_said(FreshnessState freshness, IndicatorState expected) =>
        Assert.Equal(expected, Evaluate(SomeIndicators.Figures(1, 2, freshness: freshness)).State);

    [Fact]
    public void A_silent_unit_without_cases_is_not_reporting_rather_than_without_data() =>
        Assert.Equal(IndicatorState.NotReporting, Evaluate(SomeIndicators.Figures(0, 0, freshness: FreshnessState.Silent)).State);

    [Fact]
    public void A_late_unit_without_cases_has_no_data_rather_than_stale_data() =>
        Assert.Equal(IndicatorState.NoData, Evaluate(SomeIndicators.Figures(0, 0, freshness: FreshnessState.Late)).State);

    [Theory]
    [InlineData("zero-trip-items", "未导入事项目录")]
    [InlineData("zero-trip-usage-items", "未导入事项目录")]
    [InlineData("comprehensive-items", "未导入事项目录")]
    [InlineData("on-time", "无承诺件")]
    [InlineData("early", "无承诺件")]
    [InlineData("coverage-village", "未登记村级单位")]
    public void Where_an_indicator_does_not_exist_the_reason_is_said(string id, string reason)
    {
        var value = SomeIndicators.Packed(id, (Counter.Accepted, 5));

        Assert.Equal((IndicatorState.NotApplicable, reason), (value.State, value.Reason?.Zh));
    }

    [Fact]
    public void A_promised_case_in_progress_makes_the_rate_exist_without_data() =>
        Assert.Equal(IndicatorState.NoData, SomeIndicators.Packed("on-time", (Counter.Promised, 1)).State);

    [Fact]
    public void A_unit_that_owes_no_figures_has_none()
    {
        var value = Evaluate(SomeIndicators.Figures(1, 2, freshness: FreshnessState.Never) with { Owes = false });

        Assert.Equal((IndicatorState.NotApplicable, "本单位不报送"), (value.State, value.Reason?.Zh));
    }

    [Fact]
    public void More_finished_than_accepted_is_legal_and_marked()
    {
        var value = SomeIndicators.Packed("completion-flow", (Counter.Completed, 2221), (Counter.Accepted, 2191));

        Assert.Equal((1.013692m, Remarks.ExceedsWhole), (value.Rounded, value.Remarks));
    }

    [Fact]
    public void Corrections_beyond_nothing_are_kept_inside_and_shown_as_0_with_a_mark()
    {
        var value = Evaluate(SomeIndicators.Figures(-1, 4));

        Assert.Equal((-1L, 0L, 0m, Remarks.BelowZero), (value.Numerator, value.ShownNumerator, value.Rounded, value.Remarks));
    }

    [Fact]
    public void An_incomplete_calendar_is_remarked_where_working_days_matter_alone()
    {
        var figures = SomeIndicators.Of("hainan/haikou", FreshnessState.Live, (Counter.OnTime, 1), (Counter.Accepted, 1)) with { CalendarComplete = false };

        var remarks = (OnTime: Remark("on-time"), Instant: Remark("zero-trip-usage-cases"));

        Assert.Equal((Remarks.CalendarIncomplete, Remarks.None), remarks);

        Remarks Remark(string id) => Evaluation.Of(SomeIndicators.Packaged.Find(id)!, figures).Remarks;
    }

    [Fact]
    public void A_count_of_0_is_a_value()
    {
        var value = SomeIndicators.Packed("weekend-cases");

        Assert.Equal((IndicatorState.Ok, 0m, (long?)null), (value.State, value.Rounded, value.Denominator));
    }

    [Fact]
    public void Live_figures_take_the_item_catalogue_from_the_gauges()
    {
        var contribution = Some.Contribution("hainan/haikou") with { Gauges = new Gauges { Items = new ItemStock(445, 245, 0, 0, 0, 51) } };

        var measures = Measures.Live(contribution, default);

        Assert.Equal((445L, 245L, 51L), (measures.Tally[Counter.ItemsListed], measures.Tally[Counter.ItemsZeroTrip], measures.Tally[Counter.ItemsZeroTripUsed]));
    }

    [Theory]
    [InlineData(95, 100, IndicatorStatus.Met)]
    [InlineData(9499, 10000, IndicatorStatus.AtRisk)]
    [InlineData(90, 100, IndicatorStatus.AtRisk)]
    [InlineData(8999, 10000, IndicatorStatus.Behind)]
    public void A_target_is_met_at_risk_within_five_points_or_behind(long completed, long accepted, IndicatorStatus expected) =>
        Assert.Equal(expected, Evaluate(SomeIndicators.Figures(completed, accepted), SomeIndicators.Target(0.95m)).Status);

    [Fact]
    public void A_target_is_held_against_the_fraction_and_not_against_its_printed_text() =>
        Assert.Equal(IndicatorStatus.AtRisk, Evaluate(SomeIndicators.Figures(9_999_999, 10_000_000), SomeIndicators.Target(1)).Status);

    [Fact]
    public void More_than_a_value_is_not_that_value() =>
        Assert.Equal(IndicatorStatus.AtRisk, Evaluate(SomeIndicators.Figures(85, 100), SomeIndicators.Target(0.85m, comparison: Comparison.Above)).Status);

    [Fact]
    public void Two_documents_that_disagree_are_both_judged_and_the_strictest_decides()
    {
        var value = Evaluate(SomeIndicators.Figures(75, 100), SomeIndicators.Target(0.70m), SomeIndicators.Target(0.85m));

        Assert.Equal(
            [(IndicatorStatus.Met, false), (IndicatorStatus.Behind, true)],
            value.Targets.Select(static verdict => (verdict.Status, verdict.Decides)));
    }

    [Fact]
    public void The_document_in_force_decides()
    {
        var value = Evaluate(SomeIndicators.Figures(75, 100), SomeIndicators.Target(0.70m, inForce: true), SomeIndicators.Target(0.85m));

        Assert.Equal(IndicatorStatus.Met, value.Status);
    }

    [Fact]
    public void Targets_are_those_of_the_year_else_of_the_latest_year_before()
    {
        var value = Evaluate(
            SomeIndicators.Figures(1, 2),
            SomeIndicators.Target(0.1m, year: null),
            SomeIndicators.Target(0.2m, year: 2022),
            SomeIndicators.Target(0.3m, year: 2023),
            SomeIndicators.Target(0.4m, year: 2027));

        Assert.Equal([Fraction.Of(0.3m)], value.Targets.Select(static verdict => verdict.Target.Value));
    }

    [Theory]
    [InlineData("hainan/jiyang", IndicatorStatus.Met)]
    [InlineData("hainan/jiyang/housing", IndicatorStatus.Met)]
    [InlineData("hainan/haikou", IndicatorStatus.None)]
    public void A_county_s_own_target_judges_no_other_county(string unit, IndicatorStatus expected) =>
        Assert.Equal(expected, Evaluate(SomeIndicators.Figures(1, 1, unit), SomeIndicators.Target(0.65m, unit: "hainan/jiyang")).Status);

    private static IndicatorValue Evaluate(UnitFigures figures, params Target[] targets) =>
        Evaluation.Of(SomeIndicators.Rate(targets: [.. targets]), figures);
}
