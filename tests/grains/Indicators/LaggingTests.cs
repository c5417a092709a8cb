using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Board;
using OpsBoard.Testing;

namespace OpsBoard.Indicators;

public sealed class LaggingTests
{
    private static readonly Indicator Rate = SomeIndicators.Rate();
    private static readonly Target NinetyPercent = SomeIndicators.Target(0.9m);

    [Fact]
    public void The_effect_of_a_child_is_the_parent_s_value_minus_its_value_without_the_child()
    {
        var lagging = Lagging.Of(Rate, NinetyPercent, [Child("a", 98, 100), Child("b", 60, 100)]);

        Assert.Equal([("b", -0.19m), ("a", 0.19m)], lagging.Children.Select(static drag => (drag.Value.Unit.Name, drag.Effect!.Value.Cut(2))));
    }

    [Fact]
    public void A_large_unit_slightly_behind_does_more_harm_than_a_small_one_far_behind()
    {
        var lagging = Lagging.Of(Rate, NinetyPercent, [Child("small", 0, 3), Child("large", 8_000, 10_000), Child("good", 9_900, 10_000)]);

        Assert.Equal(["large", "small", "good"], lagging.Children.Select(static drag => drag.Value.Unit.Name));
    }

    [Fact]
    public void Where_down_is_good_the_highest_effect_does_the_most_harm()
    {
        var lagging = Lagging.Of(SomeIndicators.Rate(Direction.Down), SomeIndicators.Target(0.1m, comparison: Comparison.AtMost), [Child("a", 1, 100), Child("b", 30, 100)]);

        Assert.Equal([("b", 20L), ("a", 0L)], lagging.Children.Select(static drag => (drag.Value.Unit.Name, drag.Needed!.Value)));
    }

    [Theory]
    [InlineData(60, 100, 30)]
    [InlineData(61, 101, 30)]
    [InlineData(89, 99, 1)]
    [InlineData(95, 100, 0)]
    public void The_cases_still_needed_are_rounded_up(long completed, long accepted, long needed) =>
        Assert.Equal(needed, Lagging.Of(Rate, NinetyPercent, [Child("a", completed, accepted)]).Children[0].Needed);

    [Fact]
    public void More_than_a_target_needs_one_case_more() =>
        Assert.Equal(1, Lagging.Of(Rate, SomeIndicators.Target(0.9m, comparison: Comparison.Above), [Child("a", 90, 100)]).Children[0].Needed);

    [Fact]
    public void An_only_child_has_no_effect_but_the_whole_gap()
    {
        var lagging = Lagging.Of(Rate, NinetyPercent, [Child("a", 60, 100)]);

        Assert.Equal(((Fraction?)null, (Fraction?)Fraction.Of(-0.3m)), (lagging.Children[0].Effect, lagging.Children[0].Share));
    }

    [Fact]
    public void Children_without_a_usable_value_stand_apart_with_their_state()
    {
        var lagging = Lagging.Of(Rate, NinetyPercent, [Child("a", 60, 100), Child("b", 5, 10, FreshnessState.Silent), Child("c", 0, 0), Child("d", 5, 10, FreshnessState.Late)]);

        Assert.Equal(
            [("b", IndicatorState.NotReporting), ("c", IndicatorState.NoData), ("d", IndicatorState.Stale)],
            lagging.Apart.Select(static drag => (drag.Value.Unit.Name, drag.Value.State)));
    }

    [Fact]
    public void A_parent_without_cases_has_no_value_and_no_gap()
    {
        var lagging = Lagging.Of(Rate, NinetyPercent, [Child("a", 0, 0)]);

        Assert.Equal((null, null, 0), (lagging.Value, lagging.Gap, lagging.Children.Length));
    }

    [Fact]
    public void A_count_has_no_units_that_lag() =>
        Assert.Throws<ArgumentException>(static () => Lagging.Of(SomeIndicators.Packaged.Find("weekend-cases")!, null, []));

    [Fact]
    public void The_shares_add_up_to_the_parent_s_gap() => Prop.ForAll(
        Children.ToArbitrary(),
        static children => Lagging.Of(Rate, NinetyPercent, children) is var lagging
            && (lagging.Gap ?? Fraction.Zero) == lagging.Children.Concat(lagging.Apart).Aggregate(Fraction.Zero, static (sum, drag) => sum + (drag.Share ?? Fraction.Zero)))
        .QuickCheckThrowOnFailure();

    private static Gen<UnitFigures[]> Children =>
        from completed in Gen.Choose(0, 900).ArrayOf(5)
        from more in Gen.Choose(0, 300).ArrayOf(5)
        from states in Gen.Elements(Enum.GetValues<FreshnessState>()).ArrayOf(5)
        select completed.Select((count, i) => Child($"u{i}", count, count + more[i], states[i])).ToArray();

    private static UnitFigures Child(string name, long completed, long accepted, FreshnessState freshness = FreshnessState.Live) =>
        SomeIndicators.Figures(completed, accepted, $"hainan/{name}", freshness);
}
