using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class ItemRuleTests
{
    [Fact]
    public void An_item_is_in_the_catalogue_from_its_listing_to_its_delisting()
    {
        var effect = Fold([Listed(2026, 3, 1), Delisted(2026, 6, 1)]);

        Assert.Equal([new(Day(2026, 3, 1), Slot.Of(Counter.ItemsListed)), new(Day(2026, 6, 1), Slot.Of(Counter.ItemsListed), -1)], effect.Marks);
    }

    [Fact]
    public void A_second_listing_counts_nothing_again_and_replaces_the_flags()
    {
        var effect = Fold([Listed(2026, 3, 1), Listed(2026, 4, 1, zeroTrip: true)]);

        Assert.Equal([new(Day(2026, 3, 1), Slot.Of(Counter.ItemsListed)), new(Day(2026, 4, 1), Slot.Of(Counter.ItemsZeroTrip))], effect.Marks);
    }

    [Fact]
    public void A_zero_trip_item_is_used_from_the_first_case_of_each_year()
    {
        var effect = Fold([Listed(2024, 3, 1, zeroTrip: true)], Day(2025, 2, 3), Day(2026, 5, 6));

        Assert.Equal([Day(2025, 2, 3), Day(2026, 5, 6)], UsedOn(effect));
    }

    [Fact]
    public void A_case_before_the_item_became_zero_trip_makes_it_used_on_the_day_it_does() =>
        Assert.Equal([Day(2026, 4, 1)], UsedOn(Fold([Listed(2026, 1, 5), Listed(2026, 4, 1, zeroTrip: true)], Day(2026, 2, 3))));

    [Fact]
    public void An_item_that_leaves_the_catalogue_is_no_longer_a_used_one()
    {
        var effect = Fold([Listed(2026, 1, 5, zeroTrip: true), Delisted(2026, 6, 1)], Day(2026, 2, 3));

        Assert.Equal(0, effect.Marks.Where(static mark => mark.Slot == Slot.Of(Counter.ItemsZeroTripUsed)).Sum(static mark => mark.Times));
    }

    [Fact]
    public void An_item_without_the_flag_is_never_used() =>
        Assert.Empty(UsedOn(Fold([Listed(2026, 1, 5)], Day(2026, 2, 3))));

    private static Effect Fold(ServiceEvent[] events, params BusinessDay[] firstUses)
    {
        var subject = new SubjectEvents();
        foreach (var occurrence in events.Select(Occurrence.Of)) subject.Add(occurrence);
        var effect = new Effect();
        ItemRule.Fold(subject.InOrder, firstUses, effect);
        return effect;
    }

    private static IEnumerable<BusinessDay> UsedOn(Effect effect) =>
        effect.Marks.Where(static mark => mark.Slot == Slot.Of(Counter.ItemsZeroTripUsed)).Select(static mark => mark.Day);

    private static ServiceEvent Listed(int year, int month, int day, bool zeroTrip = false) =>
        Some.Event(EventKind.ItemListed, $"l-{year}-{month}", new Facts { Item = "i", ZeroTrip = zeroTrip }, Day(year, month, day).StartMs);

    private static ServiceEvent Delisted(int year, int month, int day) =>
        Some.Event(EventKind.ItemDelisted, $"d-{year}-{month}", new Facts { Item = "i" }, Day(year, month, day).StartMs);

    private static BusinessDay Day(int year, int month, int day) => BusinessDay.Of(new DateOnly(year, month, day));
}
