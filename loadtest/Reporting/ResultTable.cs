using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>The lines of a result as a table: a column for each kind of figure that any of them has.</summary>
internal sealed class ResultTable
{
    private const string Gap = "  ";

    public ResultTable(ImmutableArray<ResultLine> lines)
    {
        ImmutableArray<FigureKind> kinds = [.. lines.SelectMany(static line => line.Figures).Select(static figure => figure.Kind).Distinct()];
        Head = ["", .. kinds.Select(static kind => kind.Title)];
        Rows = [.. lines.Select(line => (ImmutableArray<string>)[line.Name, .. kinds.Select(kind => line.Of(kind) is { } value ? FigureText.Of(kind, value) : "")])];
    }

    public ImmutableArray<string> Head { get; }

    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>With spaces, names to the left and figures to the right.</summary>
    public override string ToString()
    {
        var widths = Enumerable.Range(0, Head.Length).Select(column => Rows.Select(row => row[column].Length).Append(Head[column].Length).Max()).ToArray();
        return string.Join('\n', Rows.Prepend(Head).Select(row => string.Join(Gap, row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd()));
    }
}
