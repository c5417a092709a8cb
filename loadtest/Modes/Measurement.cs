using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>What was measured once, in the order in which it is told.</summary>
internal sealed record Measurement(ImmutableArray<(FigureKind Kind, double Value)> Figures)
{
    /// <exception cref="InvalidOperationException">Nothing of the kind was measured.</exception>
    public double this[FigureKind kind] => Figures.First(figure => figure.Kind == kind).Value;

    public static Measurement Of(params ReadOnlySpan<(FigureKind Kind, double Value)> figures) => new([.. figures]);

    public Measurement With(params ReadOnlySpan<(FigureKind Kind, double Value)> more) => new([.. Figures, .. more]);
}
