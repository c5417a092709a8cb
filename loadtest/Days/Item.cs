using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// A service item of a department. It is done at once, or within hours, or within a promised number of working days.
/// </summary>
internal sealed record Item(string Code, bool IsInstant, int PromisedHours, int PromisedDays, int LegalDays, bool IsComprehensive)
{
    private static readonly (int Hours, int Days, int Legal)[] Terms = [(2, 0, 1), (4, 0, 1), (0, 1, 5), (0, 2, 10), (0, 3, 15), (0, 5, 20)];

    /// <summary>Twelve items for each kind of department: the first six are instant, and they are asked for most.</summary>
    public static Item Draw(DepartmentKind kind, Chance chance)
    {
        var number = (int)(12 * Math.Pow(chance.Between(0, 1), 1.5));
        var (hours, days, legal) = number < 6 ? default : Terms[number - 6];
        var code = string.Create(CultureInfo.InvariantCulture, $"{kind.Segment}-{number + 1:00}");
        return new(code, number < 6, hours, days, legal, number % 10 != 9);
    }
}
