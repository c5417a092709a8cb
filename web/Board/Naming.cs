using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>What a unit is called on the screen of a scope: the departments of a line all have one name, so there they go by their county's.</summary>
public static class Naming
{
    public static Wording NameIn(this Roster roster, UnitPath scope, UnitPath unit) =>
        roster.NameOf(GoesByItsCounty(scope, unit) ? unit.Parent : unit);

    public static Wording ShortNameIn(this Roster roster, UnitPath scope, UnitPath unit) =>
        roster.ShortNameOf(GoesByItsCounty(scope, unit) ? unit.Parent : unit);

    private static bool GoesByItsCounty(UnitPath scope, UnitPath unit) => scope.IsLine && unit.Kind == UnitKind.Department;
}
