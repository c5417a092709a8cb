using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>One chart of a report: the median with the span from least to most, or a course.</summary>
/// <param name="IsCourse">A line over numbers; otherwise columns over names.</param>
internal sealed record Chart(string Title, string AxisX, string AxisY, ImmutableArray<ChartSeries> Series, bool IsCourse = false)
{
    /// <summary>One column for each line that has the figure.</summary>
    public static Chart Of(string title, FigureKind kind, IEnumerable<ResultLine> lines)
    {
        var having = lines.Where(line => line.Of(kind) is not null).ToImmutableArray();
        var values = having.Select(line => line.Of(kind)!.Value).ToImmutableArray();
        return new(title, "", kind.Title, [new(kind.Title, [.. having.Select(static line => (object)line.Name)], [.. values.Select(static value => value.Median)])
        {
            Above = [.. values.Select(static value => value.Max - value.Median)],
            Below = [.. values.Select(static value => value.Median - value.Min)],
        }]);
    }
}
