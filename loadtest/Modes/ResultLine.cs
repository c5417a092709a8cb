using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>One line of a result: what was measured under the same circumstances, once or several times.</summary>
/// <param name="Name">For people.</param>
/// <param name="Circumstances">For programs: each a text or a whole number.</param>
/// <param name="Figures">In the order of their columns.</param>
internal sealed record ResultLine(string Name, ImmutableArray<(string Key, object Value)> Circumstances, ImmutableArray<(FigureKind Kind, Repeated Value)> Figures)
{
    /// <param name="repetitions">At least one, and the same figures in each.</param>
    public static ResultLine Of(string name, ImmutableArray<(string Key, object Value)> circumstances, IReadOnlyList<Measurement> repetitions) => new(
        name,
        circumstances,
        [.. repetitions[0].Figures.Select(figure => (figure.Kind, Repeated.Of(repetitions.Select(repetition => repetition[figure.Kind]))))]);

    /// <returns>Null when this line has no such figure.</returns>
    public Repeated? Of(FigureKind kind) => Figures.Where(figure => figure.Kind == kind).Select(static figure => (Repeated?)figure.Value).FirstOrDefault();
}
