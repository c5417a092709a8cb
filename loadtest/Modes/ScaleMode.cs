using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// What an event and a window cost as the province grows: the same load for a thousand windows and for many more, and before it as long
/// without any.
/// </summary>
/// <param name="most">Windows of the largest province.</param>
/// <param name="openCasesEach">Cases at each window that are accepted before anything is measured, and stay open.</param>
internal sealed class ScaleMode(LoadSite site, int most, TimeSpan lasting, int openCasesEach)
{
    private const int Batch = 500;
    private const int Fewest = 1_000;
    private const double GrowthAim = 0.2;
    private const double WindowAimKiB = 2;
    private const double OpenCasesAimMiB = 700;

    private static readonly FigureKind QuietMiB = new("quietResidentMiB", "MiB, quiet");
    private static readonly FigureKind QuietCores = new("quietServerCoresBusy", "server cores, quiet", 2);
    private static readonly FigureKind StartSeconds = new("startSeconds", "start s", 1);

    private readonly List<LoadVerdict> _verdicts = [];

    /// <summary>Each ten times as many as the last, from a thousand on; the last one is the largest.</summary>
    public static ImmutableArray<int> Sizes(int most) =>
        [.. Enumerable.Range(0, 10).Select(static power => Fewest * Math.Pow(10, power)).TakeWhile(size => size < most).Select(static size => (int)size), most];

    public async Task<LoadResult> Run()
    {
        var lines = new List<ResultLine>();
        foreach (var windows in Sizes(most)) lines.Add(await Measure(windows));
        return new([.. lines], [.. _verdicts, .. Aims(lines)], [Chart.Of("What a million events cost the server", FigureKind.ServerProcessor, lines), Chart.Of("Memory with all windows open", QuietMiB, lines), Chart.Of("How busy the server is when nothing is sent, in cores", QuietCores, lines), Chart.Of("Events a second", FigureKind.EventsPerSecond, lines)]) { Cores = site.Cores };
    }

    private async Task<ResultLine> Measure(int windows)
    {
        var (province, measured) = (new Province(windows), new List<Measurement>());
        for (var repetition = 1; repetition <= site.Repeat; repetition++)
        {
            site.Progress.Begin(string.Create(CultureInfo.InvariantCulture, $"{windows:N0} windows, {repetition} of {site.Repeat}"));
            measured.Add(await Measure(province));
        }

        return ResultLine.Of(string.Create(CultureInfo.InvariantCulture, $"{windows:N0} windows"), [("windows", (long)windows), ("openCases", (long)windows * openCasesEach)], measured);
    }

    private async Task<Measurement> Measure(Province province)
    {
        var began = site.Real.GetTimestamp();
        await using var server = await LoadedServer.Start(site, province, LoadWindow.Of(province.Counties), LoadShape.Of(Numbering.Numbered, Batch) with { OpenCasesEach = openCasesEach });
        var started = site.Real.GetElapsedTime(began);
        await server.Open();
        var quiet = await server.Measure(lasting, new LoadPace(site.Real, perSecond: 0));
        await server.WarmUp(lasting);
        var measured = await server.Measure(lasting, new LoadPace(site.Real));
        _verdicts.Add((await server.Prove()).ToVerdict(string.Create(CultureInfo.InvariantCulture, $"{province.Windows:N0} windows")));
        return measured.With((QuietMiB, quiet[FigureKind.Resident]), (QuietCores, quiet[FigureKind.ServerCores]), (StartSeconds, started.TotalSeconds));
    }

    private IEnumerable<LoadVerdict> Aims(List<ResultLine> lines)
    {
        if (openCasesEach > 0)
            yield return LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"resident memory of {most:N0} windows and {(long)most * openCasesEach:N0} open cases: {Median(lines[^1], QuietMiB):0} MiB quiet, {Median(lines[^1], FigureKind.Resident):0} MiB kept busy; aimed at {OpenCasesAimMiB:0} MiB with 20,000 and 200,000"), Median(lines[^1], FigureKind.Resident) <= OpenCasesAimMiB);
        if (lines.Count < 2) yield break;
        var growth = Median(lines[^1], FigureKind.ServerProcessor) / Median(lines[0], FigureKind.ServerProcessor) - 1;
        yield return LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"cost of an event from {lines[0].Name} to {lines[^1].Name}: {growth:+0 %;-0 %}; aimed at less than {GrowthAim:+0 %}"), growth < GrowthAim);
        if (openCasesEach > 0) yield break;
        var window = (Median(lines[^1], QuietMiB) - Median(lines[0], QuietMiB)) * 1024 / (most - Fewest);
        yield return LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"resident memory of a quiet window: {window:0.0} KiB; aimed at {WindowAimKiB:0} KiB"), window <= WindowAimKiB);
    }

    private static double Median(ResultLine line, FigureKind kind) => line.Of(kind)!.Value.Median;
}
