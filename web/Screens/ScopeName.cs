using System.Text;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>
/// What a scope is called where nothing around it says whose it is, as in the title of a page: 海口市住房和城乡建设局, "Housing, Haikou"; a line says that it is one.
/// The province is left out: it is the same on every screen.
/// </summary>
internal static class ScopeName
{
    private const int FirstIdeograph = 0x2e80;

    public static string Of(UnitPath scope, Roster roster, Words words)
    {
        var names = new List<string> { OwnOf(scope, roster, words) };
        for (var unit = scope; unit.Kind is UnitKind.Department or UnitKind.Window; unit = unit.Parent) names.Add(words.Of(roster.NameOf(unit.Parent)));
        return words.IsEnglish ? string.Join(", ", names) : Joined(Enumerable.Reverse(names));
    }

    public static string OwnOf(UnitPath scope, Roster roster, Words words)
    {
        var name = words.Of(roster.NameOf(scope));
        return scope.IsLine ? words.LineName.Replace("{name}", name, StringComparison.Ordinal) : name;
    }

    // Chinese joins the names of an office without a space; digits and Latin letters are kept apart.
    private static string Joined(IEnumerable<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            if (text.Length > 0 && !(text[^1] >= FirstIdeograph && name is [>= (char)FirstIdeograph, ..])) text.Append(' ');
            text.Append(name);
        }

        return text.ToString();
    }
}
