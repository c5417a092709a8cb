using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>Finds what somebody meant who asked for a scope that does not exist.</summary>
internal static class NearestScopes
{
    private const int Most = 5;

    /// <summary>Those of the units whose path or name is fewest changes away from the text, the nearest first.</summary>
    public static IReadOnlyList<UnitPath> To(string text, IEnumerable<Unit> units)
    {
        var asked = text.Trim('/').ToLowerInvariant();
        return [.. units.OrderBy(unit => Distance(asked, unit)).Take(Most).Select(static unit => unit.Path)];
    }

    private static int Distance(string asked, Unit unit)
    {
        string[] names = [unit.Path.ToString(), unit.Path.Name, unit.Name.Zh, unit.ShortName.Zh, unit.Name.En.ToLowerInvariant(), unit.ShortName.En.ToLowerInvariant()];
        return names.Min(name => Changes(asked.Length > 256 ? asked[..256] : asked, name));
    }

    /// <summary>Insertions, deletions and substitutions that make one text of the other.</summary>
    private static int Changes(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
