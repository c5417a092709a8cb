namespace OpsBoard.Web.Import;

/// <summary>The names of a file's columns and their places.</summary>
internal static class CsvHeader
{
    /// <exception cref="ImportException">There is no header, or a name stands in it twice.</exception>
    public static Dictionary<string, int> ColumnsOf(CsvRecord? header, string file)
    {
        if (header is not { IsReadable: true }) throw new ImportException($"{file} has no readable header line: {header?.Fault ?? "it is empty"}.");
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (position, name) in header.Fields.Index())
        {
            if (!columns.TryAdd(name, position)) throw new ImportException($"{file} has the column \"{name}\" twice.");
        }

        return columns;
    }
}
