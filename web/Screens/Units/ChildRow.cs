using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Sheet;

namespace OpsBoard.Web.Screens.Units;

/// <summary>One child in the table.</summary>
/// <param name="Place">In the roster's order: rows of equal value keep it.</param>
public sealed record ChildRow(UnitPath Unit, int Place, IReadOnlyDictionary<string, FigureParts> Parts);
