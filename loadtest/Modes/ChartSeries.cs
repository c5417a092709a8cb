using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <param name="X">Names or numbers.</param>
internal sealed record ChartSeries(string Name, ImmutableArray<object> X, ImmutableArray<double> Y)
{
    /// <summary>From the median up to the most of the repetitions.</summary>
    public ImmutableArray<double> Above { get; init; } = [];

    public ImmutableArray<double> Below { get; init; } = [];
}
