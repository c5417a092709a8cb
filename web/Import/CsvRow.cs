namespace OpsBoard.Web.Import;

/// <summary>A row by its column names.</summary>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<string, int> Columns, string[] Fields)
{
    public string this[string column] => Fields[Columns[column]];

    /// <summary>Without the guard that our own tables put before what a spreadsheet would run; empty where there is no such column.</summary>
    public string Text(string column)
    {
        if (!Columns.TryGetValue(column, out var place)) return "";
        var text = Fields[place].Trim();
        return text is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? text[1..] : text;
    }
}
