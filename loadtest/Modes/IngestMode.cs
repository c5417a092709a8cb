using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// How many events a second are accepted, durable, deduplicated and counted, and how long a request waits for its answer: by size of
/// request, from sources that only give ids and from such that number their events. Each figure has a server and a data directory of its own.
/// </summary>
/// <param name="batches">Events in a request.</param>
/// <param name="hasFloor">Measure the floor beside it: the same load, in the same minute.</param>
/// <param name="onlyFloor">Nothing but the floor.</param>
internal sealed class IngestMode(LoadSite site, int windows, TimeSpan lasting, ImmutableArray<int> batches, bool hasFloor, bool onlyFloor = false)
{
    /// <summary>The size of request for which the design has aims.</summary>
    private const int AimedBatch = 500;

    private const double IdOnlyAim = 0.2;
    private const double NumberedAim = 0.5;

    private readonly Province _province = new(windows);
    private readonly List<LoadVerdict> _verdicts = [];

    public async Task<LoadResult> Run()
    {
        var lines = new List<ResultLine>();
        var ratios = new List<(int Batch, Numbering Numbering, ImmutableArray<double> Ratios)>();
        foreach (var batch in batches)
        {
            foreach (var numbering in Enum.GetValues<Numbering>())
            {
                var (server, floor) = await Measure(LoadShape.Of(numbering, batch));
                if (server.Count > 0) lines.Add(Line(numbering, batch, "server", server));
                if (floor.Count > 0) lines.Add(Line(numbering, batch, "floor", floor));
                if (server.Count > 0 && floor.Count > 0) ratios.Add((batch, numbering, [.. server.Zip(floor, static (server, floor) => server[FigureKind.EventsPerSecond] / floor[FigureKind.EventsPerSecond])]));
            }
        }

        var told = ratios.Where(ratio => ratio.Batch == RatioBatch).Select(static ratio => (ratio.Numbering, ratio.Ratios)).ToImmutableArray();
        return new([.. lines], [.. _verdicts, .. told.Where(_ => RatioBatch == AimedBatch).Select(Aim)], [.. Charts(lines)]) { Cores = site.Cores, RatioToFloor = told };
    }

    // Of several sizes the one that has aims is told.
    private int RatioBatch => batches.Contains(AimedBatch) ? AimedBatch : batches[^1];

    // Turn by turn, so that a machine that grows slower meanwhile is slower for both.
    private async Task<(List<Measurement> Server, List<Measurement> Floor)> Measure(LoadShape shape)
    {
        var (server, floor) = (new List<Measurement>(), new List<Measurement>());
        for (var repetition = 1; repetition <= site.Repeat; repetition++)
        {
            if (!onlyFloor) server.Add(await Measure(shape, repetition, "server", windows => LoadedServer.Start(site, _province, windows, shape)));
            if (hasFloor || onlyFloor) floor.Add(await Measure(shape, repetition, "floor", windows => LoadedServer.StartFloor(site, _province, windows, shape)));
        }

        return (server, floor);
    }

    private async Task<Measurement> Measure(LoadShape shape, int repetition, string against, Func<ImmutableArray<LoadWindow>, Task<LoadedServer>> start)
    {
        var name = $"{Name(shape.Numbering, shape.Batch, against)}, {repetition} of {site.Repeat}";
        site.Progress.Begin(name);
        await using var server = await start(LoadWindow.Of(_province.Counties));
        await server.Open();
        await server.WarmUp(lasting);
        var measured = await server.Measure(lasting, new LoadPace(site.Real));
        _verdicts.Add((await server.Prove()).ToVerdict(name));
        return measured;
    }

    private static ResultLine Line(Numbering numbering, int batch, string against, List<Measurement> repetitions) => ResultLine.Of(
        Name(numbering, batch, against),
        [("against", against), ("numbering", Word(numbering)), ("batch", (long)batch)],
        repetitions);

    private static string Name(Numbering numbering, int batch, string against) =>
        string.Create(CultureInfo.InvariantCulture, $"{against}, {(numbering == Numbering.IdOnly ? "ids only" : "numbered")}, {batch} a request");

    private static IEnumerable<Chart> Charts(List<ResultLine> lines) =>
        [Chart.Of("Events a second", FigureKind.EventsPerSecond, lines), Chart.Of("Time to the answer of a request, 99th percentile", FigureKind.P99, lines), Chart.Of("What a million events cost the server", FigureKind.ServerProcessor, lines)];

    private static LoadVerdict Aim((Numbering Numbering, ImmutableArray<double> Ratios) told)
    {
        var (aim, median) = (told.Numbering == Numbering.IdOnly ? IdOnlyAim : NumberedAim, Repeated.Of(told.Ratios).Median);
        return LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"{Word(told.Numbering)}, {AimedBatch} a request: {median:0.000} x the floor; aimed at {aim:0.0}"), median >= aim);
    }

    public static string Word(Numbering numbering) => numbering == Numbering.IdOnly ? "idOnly" : "numbered";
}
