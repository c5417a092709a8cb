using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// The items of a department: a function of the department alone, whatever the seed and the rest of the province. A county has 40 to 60,
/// somewhat more than half of them zero-trip, and of those 20 % to 60 % are ever asked for.
/// </summary>
internal static class ItemCatalogue
{
    private static readonly (int Hours, int Days, int Legal)[] Terms = [(2, 0, 1), (4, 0, 1), (0, 1, 5), (0, 2, 10), (0, 3, 15), (0, 5, 20)];

    public static ImmutableArray<Item> Of(string county, DepartmentKind kind, ImmutableArray<Window> windows)
    {
        if (kind.Visits <= 0 || windows.IsEmpty) return [];
        var zeroTripShare = new Chance(0, default, county).Between(0.25, 0.6);
        var chance = new Chance(0, default, $"{county}/{kind.Segment}");
        return [.. Enumerable.Range(1, Count(kind, chance)).Select(number => Make(number, kind, windows, zeroTripShare, chance))];
    }

    private static int Count(DepartmentKind kind, Chance chance) => (kind.Weight switch { >= 5 => 3, >= 3 => 2, _ => 1 }) + chance.Whole(2);

    // The first item is what people come for, and the later ones mostly sleep: counties differ in how far the first ones are zero-trip.
    private static Item Make(int number, DepartmentKind kind, ImmutableArray<Window> windows, double zeroTripShare, Chance chance)
    {
        var (hours, days, legal) = Terms[chance.Whole(Terms.Length)];
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{kind.Segment}-{number:00}"),
            windows[(number - 1) % windows.Length],
            IsUsed: number == 1 || chance.Is(0.12),
            IsZeroTrip: chance.Is(number == 1 ? zeroTripShare : 0.65),
            IsComprehensive: chance.Is(0.95),
            IsCrossProvince: chance.Is(0.2),
            IsOneThing: chance.Is(0.12),
            hours,
            days,
            legal);
    }
}
