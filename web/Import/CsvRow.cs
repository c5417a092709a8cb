namespace OpsBoard.Web.Import;

/// <summary>A row by its column names.</summary>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<string, int> Columns, string[] Fields)
{
    public string this[string column] => Fields[Columns[column]];
}
