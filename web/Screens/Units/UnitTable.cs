namespace OpsBoard.Web.Screens.Units;

/// <summary>A table of the page as a spreadsheet takes it.</summary>
internal sealed record UnitTable(IReadOnlyList<string> Header, IEnumerable<IEnumerable<string?>> Rows);
