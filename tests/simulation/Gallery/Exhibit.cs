using System.Globalization;
using System.Text.RegularExpressions;
using OpsBoard.Planting;

namespace OpsBoard.Simulation.Gallery;

/// <summary>A planted bug and the test that must turn red of it.</summary>
/// <param name="Test">What the test is called in reports.</param>
/// <param name="MostRounds">After so many rounds it counts as not found.</param>
/// <param name="Round">One round of the test with a seed; a property counts its own.</param>
internal sealed partial record Exhibit(Bug Bug, string Test, int MostRounds, Action<long> Round)
{
    /// <returns>After how many rounds the test was red; null when it never was.</returns>
    public int? RoundsUntilFound(long seed)
    {
        Planted.Plant(Bug);
        try
        {
            return FirstRed(seed);
        }
        finally
        {
            Planted.Plant(Bug.None);
        }
    }

    private int? FirstRed(long seed)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                Round((seed * 1_000_000) + round);
            }
            catch (Exception red)
            {
                var inside = Falsified().Match(red.Message);
                return round + (inside.Success ? int.Parse(inside.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 1);
            }
        }

        return null;
    }

    [GeneratedRegex("after ([0-9]+) test", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Falsified();
}
