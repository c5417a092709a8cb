using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Board;
using OpsBoard.Testing;

namespace OpsBoard.Indicators;

public sealed class RankingTests
{
    private static readonly Indicator Rate = SomeIndicators.Rate();

    [Fact]
    public void Equal_values_share_a_rank_and_the_next_ones_are_left_out()
    {
        var ranking = Ranking.Of(Rate, [Peer("a", 9, 10), Peer("b", 1, 3), Peer("c", 49, 147), Peer("d", 1, 5)]);

        Assert.Equal([("a", 1), ("b", 2), ("c", 2), ("d", 4)], Ranks(ranking));
    }

    [Fact]
    public void Where_down_is_good_the_smallest_is_first()
    {
        var ranking = Ranking.Of(SomeIndicators.Rate(Direction.Down), [Peer("a", 9, 10), Peer("b", 1, 3)]);

        Assert.Equal([("b", 1), ("a", 2)], Ranks(ranking));
    }

    [Fact]
    public void Values_that_print_alike_are_told_apart()
    {
        var ranking = Ranking.Of(Rate, [Peer("a", 999_998, 1_000_000), Peer("b", 999_999, 1_000_000)]);

        Assert.Equal([("b", 1), ("a", 2)], Ranks(ranking));
    }

    [Fact]
    public void Units_without_a_usable_value_stand_apart_with_the_reason()
    {
        var ranking = Ranking.Of(
            SomeIndicators.Rate(minimumVolume: 30),
            [
                Peer("few", 29, 29),
                Peer("enough", 1, 30),
                Peer("silent", 40, 40, FreshnessState.Silent),
                Peer("late", 40, 40, FreshnessState.Late),
                Peer("empty", 0, 0),
                Peer("foreign", 40, 40) with { Owes = false },
            ]);

        Assert.Equal([("enough", 1)], Ranks(ranking));
        Assert.Equal(
            [("empty", NoPlace.NoData), ("few", NoPlace.TooFewCases), ("foreign", NoPlace.NotApplicable), ("late", NoPlace.Stale), ("silent", NoPlace.NotReporting)],
            ranking.Apart.Select(static unit => (unit.Value.Unit.Name, unit.Reason)));
    }

    [Fact]
    public void Neighbours_that_chance_alone_may_have_ordered_are_bracketed()
    {
        var ranking = Ranking.Of(Rate, [Peer("a", 990, 1000), Peer("b", 985, 1000), Peer("c", 500, 1000), Peer("d", 10, 1000)]);

        Assert.Equal([1, 1, null, null], ranking.Places.Select(static place => place.Bracket));
    }

    [Fact]
    public void The_95_percent_interval_is_Wilson_s()
    {
        var interval = Interval.Of(Evaluation.Of(Rate, SomeIndicators.Figures(81, 263)))!.Value;

        Assert.Equal((0.2553, 0.3662), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void A_flow_above_the_whole_is_ranked_without_an_interval()
    {
        var ranking = Ranking.Of(Rate, [Peer("a", 2221, 2191), Peer("b", 2191, 2191)]);

        Assert.Equal([(1, null), (2, null)], ranking.Places.Select(static place => (place.Rank, place.Bracket)));
    }

    [Fact]
    public void The_order_in_which_units_are_given_changes_nothing() => Prop.ForAll(
        Peers.ToArbitrary(),
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        static (peers, seed) => Ranks(Ranking.Of(Rate, peers)).SequenceEqual(Ranks(Ranking.Of(Rate, Shuffled(peers, seed))))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rank_is_one_more_than_the_units_that_are_better() => Prop.ForAll(
        Peers.ToArbitrary(),
        static peers => Ranking.Of(Rate, peers).Places is var places
            && places.All(place => place.Rank == 1 + places.Count(other => other.Value.Value > place.Value.Value))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_movement_is_split_into_its_four_causes()
    {
        var former = new Contest(Rate, [Peer("a", 50, 100), Peer("b", 60, 100), Peer("c", 70, 100), Peer("d", 80, 100)]);
        var present = former with { Peers = [Peer("a", 65, 100), Peer("b", 60, 100), Peer("c", 40, 100), Peer("d", 30, 100)] };

        var movement = RankMovement.Of(Peer("a", 0, 0).Unit, former, [Peer("a", 65, 100), Peer("b", 60, 100), Peer("c", 40, 100), Peer("d", 80, 100)], present);

        Assert.Equal((4, 1, 1, 1, 0, 1), (movement.Before, movement.Now, movement.Own, movement.Others, movement.Definition, movement.Corrections));
        Assert.Equal([("completed", 15L)], movement.Changes.Select(static change => (change.Quantity.Name, change.By)));
    }

    [Fact]
    public void A_new_definition_is_a_cause_of_its_own()
    {
        var former = new Contest(Rate, [Peer("a", 50, 100), Peer("b", 60, 100)]);
        var present = former with { Indicator = SomeIndicators.Rate(Direction.Down) };

        var movement = RankMovement.Of(Peer("a", 0, 0).Unit, former, former.Peers, present);

        Assert.Equal((0, 0, 1, 0), (movement.Own, movement.Others, movement.Definition, movement.Corrections));
    }

    [Fact]
    public void A_unit_without_a_former_rank_has_no_movement()
    {
        var former = new Contest(Rate, [Peer("a", 50, 100), Peer("b", 0, 0)]);
        var present = former with { Peers = [Peer("a", 50, 100), Peer("b", 9, 9)] };

        var movement = RankMovement.Of(Peer("b", 0, 0).Unit, former, present.Peers, present);

        Assert.Equal(((int?)null, 1, (int?)null, 0), (movement.Before, movement.Now, movement.Places, movement.Own + movement.Others));
    }

    [Fact]
    public void The_parts_of_a_movement_add_up_to_it() => Prop.ForAll(
        Peers.ToArbitrary(),
        Peers.ToArbitrary(),
        Peers.ToArbitrary(),
        static (before, counted, now) => AddsUp(RankMovement.Of(before[0].Unit, new Contest(Rate, [.. before]), [.. counted], new Contest(SomeIndicators.Rate(Direction.Down, 3), [.. now]))))
        .QuickCheckThrowOnFailure();

    private static Gen<UnitFigures[]> Peers =>
        from completed in Gen.Choose(0, 6).ArrayOf(6)
        from more in Gen.Choose(0, 3).ArrayOf(6)
        select completed.Select((count, i) => Peer($"u{i}", count, count + more[i])).ToArray();

    private static bool AddsUp(RankMovement movement) =>
        (movement.Places ?? 0) == movement.Own + movement.Others + movement.Definition + movement.Corrections;

    private static UnitFigures[] Shuffled(UnitFigures[] peers, int seed)
    {
        var shuffled = peers.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static IEnumerable<(string Name, int Rank)> Ranks(Ranking ranking) => ranking.Places.Select(static place => (place.Value.Unit.Name, place.Rank));

    private static UnitFigures Peer(string name, long completed, long accepted, FreshnessState freshness = FreshnessState.Live) =>
        SomeIndicators.Figures(completed, accepted, $"hainan/{name}", freshness);
}
