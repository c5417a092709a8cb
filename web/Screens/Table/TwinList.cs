namespace OpsBoard.Web.Screens.Table;

/// <summary>What a frame numbers: <c>worst1.name</c>, <c>worst1.overdue</c>, <c>worst2.name</c> … are the list <c>worst</c>.</summary>
/// <param name="Columns">The second halves of the keys, the name first.</param>
public sealed record TwinList(string Name, IReadOnlyList<int> Rows, IReadOnlyList<string> Columns)
{
    public string Figure(int row, string column) => $"{Name}{row}.{column}";
}
