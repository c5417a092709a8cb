using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>One that is measured in turn with others, and what was found.</summary>
/// <param name="Against">Its name.</param>
/// <param name="Windows">That are sent for.</param>
internal sealed record MeasuredSide(string Against, LoadShape Shape, int Windows)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Against}, {Shape.Batch} a request, {Shape.Senders} at a time, {Windows:N0} windows");

    /// <summary>One for each repetition.</summary>
    public List<Measurement> Measured { get; } = [];

    public ResultLine Line => ResultLine.Of(Name, [("against", Against), ("batch", (long)Shape.Batch), ("senders", (long)Shape.Senders), ("windows", (long)Windows)], Measured);

    /// <summary>How many times the other's events a second, repetition by repetition.</summary>
    public ImmutableArray<double> Over(MeasuredSide other) =>
        [.. Measured.Zip(other.Measured, static (own, its) => own[FigureKind.EventsPerSecond] / its[FigureKind.EventsPerSecond])];
}
