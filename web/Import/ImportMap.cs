using System.Collections.Immutable;

namespace OpsBoard.Web.Import;

/// <summary>How the rows of one kind of file become events. See <see cref="ImportMapReader"/> for the file.</summary>
/// <param name="Case">The column that tells cases apart, for the summary only; null: cases are not counted.</param>
internal sealed record ImportMap(string File, string Source, FileTime Times, string? Case, ImmutableArray<EventTemplate> Events)
{
    /// <exception cref="ImportException">The file lacks a column that the map names.</exception>
    public void RefuseMissingColumns(IReadOnlyDictionary<string, int> columns, string csvFile)
    {
        var named = Events.SelectMany(static (template, index) => template.Columns.Select(column => (Member: $"events[{index}]", Column: column)));
        if (Case is not null) named = named.Prepend(("case", Case));
        var missing = named.FirstOrDefault(each => !columns.ContainsKey(each.Column));
        if (missing.Column is not null) throw new ImportException($"{csvFile} has no column \"{missing.Column}\", which {File} names in {missing.Member}.");
    }
}
