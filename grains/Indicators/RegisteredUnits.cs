using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>The denominators of four-level coverage (四级覆盖).</summary>
public static class RegisteredUnits
{
    /// <summary>In the scope, itself included. Counties are the roster's counties; service points of townships and villages are what its levels say.</summary>
    public static Coverage In(UnitPath scope, Roster roster)
    {
        var units = roster.All.Where(unit => scope.Contains(unit.Path) && unit.Reporting).ToList();
        return new(
            units.Count(static unit => unit.Path.Kind == UnitKind.County),
            units.Count(static unit => unit.Level == "township"),
            units.Count(static unit => unit.Level == "village"));
    }
}
