using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Prints figures for people.</summary>
internal static class FigureText
{
    /// <summary>The value, or of several repetitions <c>min / median / max</c>.</summary>
    public static string Of(FigureKind kind, Repeated value) => value.Min == value.Max
        ? Of(kind, value.Median)
        : $"{Of(kind, value.Min)} / {Of(kind, value.Median)} / {Of(kind, value.Max)}";

    private static string Of(FigureKind kind, double value) => value.ToString($"N{kind.Decimals}", CultureInfo.InvariantCulture);
}
