using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Web.Access.Sources;

/// <summary>What a source shall write, as somebody types it.</summary>
internal static class SourceUnits
{
    /// <param name="paths">Unit paths, once each or several times.</param>
    /// <exception cref="SourceException">None, or one that is no path or not in the roster.</exception>
    public static ImmutableArray<UnitPath> Of(IEnumerable<string> paths, Roster roster)
    {
        ImmutableArray<UnitPath> units = [.. paths.Select(path => Of(path, roster)).Distinct()];
        return units.IsEmpty ? throw new SourceException(SourceFault.Units, "A source needs a unit that it may write.") : units;
    }

    private static UnitPath Of(string path, Roster roster)
    {
        if (!UnitPath.TryParse(path, out var unit, out var fault)) throw new SourceException(SourceFault.Units, $"'{path}' is no unit path. {fault}");
        if (roster.Knows(unit) || (unit.IsLine && roster.ChildrenOf(unit).Any())) return unit;
        if (roster.All.IsEmpty) throw new SourceException(SourceFault.Units, "There is no roster: put units.json into the data directory, or name it with --roster.");
        throw new SourceException(SourceFault.Units, $"{unit} is not in the roster; the nearest is {Nearest.To(path, roster.All.Select(static known => known.Path.ToString()))}.");
    }
}
