using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>What the design asks of the way from an event to a viewer's frame.</summary>
internal static class LiveAims
{
    private const double MostChange = 0.1;

    public static IEnumerable<LoadVerdict> Of(IReadOnlyList<(LiveCase Case, ResultLine Line)> lines)
    {
        foreach (var (one, line) in lines)
        {
            if (one.IsIdle) yield return Aim(line, null, 100);
            else if (one is { Viewers: LiveCase.AimedViewers, IsQuick: true }) yield return Aim(line, 100, 300);
            else if (one.Viewers == LiveCase.AimedViewers) yield return Aim(line, 500, 1_000);
        }

        if (Change(lines) is { } change) yield return LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"stalled viewers change the others' p99 by {change:+0 %;-0 %}; aimed at no more than {MostChange:0 %}"), change <= MostChange);
    }

    private static LoadVerdict Aim(ResultLine line, double? p50, double p99)
    {
        var (half, most) = (line.Of(FigureKind.P50)!.Value.Median, line.Of(FigureKind.P99)!.Value.Median);
        var aims = p50 is { } limit ? $"{limit:0} and {p99:0}" : $"p99 {p99:0}";
        return LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"event to frame, {line.Name}: p50 {half:0} ms, p99 {most:0} ms; aimed at {aims} ms"), most <= p99 && !(half > p50));
    }

    // By how much a case differs from the same one without stalled viewers; null where there is no such pair.
    private static double? Change(IReadOnlyList<(LiveCase Case, ResultLine Line)> lines) =>
        (from without in lines
         from with in lines
         where without.Case.Stalled == 0 && with.Case.Stalled > 0 && with.Case with { Stalled = 0 } == without.Case
         select (double?)(with.Line.Of(FigureKind.P99)!.Value.Median / without.Line.Of(FigureKind.P99)!.Value.Median - 1)).FirstOrDefault();
}
