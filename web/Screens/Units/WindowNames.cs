using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What a window is called on the page of a scope: with the short names of the units between, which tell windows of one name apart.</summary>
internal static class WindowNames
{
    public static string Of(Roster roster, UnitPath scope, UnitPath window, Words words)
    {
        var names = new Stack<string>([words.Of(roster.NameOf(window))]);
        for (var unit = window; unit.Kind != UnitKind.Province && unit.Parent != scope && unit.Parent.Kind != UnitKind.Province && unit != scope; unit = unit.Parent) names.Push(words.Of(roster.ShortNameOf(unit.Parent)));
        return string.Join(' ', names);
    }
}
