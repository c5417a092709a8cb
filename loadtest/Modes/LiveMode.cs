using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// From posting an event until it is seen in a viewer's frame, at 5,000 events a second: with few viewers and many of the province, stalled
/// ones among them, at the usual paces and at quick ones.
/// </summary>
internal sealed class LiveMode(LoadSite site, int windows, TimeSpan lasting, ImmutableArray<LiveCase> cases)
{
    private const int EventsPerSecond = 5_000;
    private const int MostWatching = 10;

    private static readonly LoadShape Shape = new(Numbering.Numbered, Batch: 100, Senders: 8);
    private static readonly FigureKind Cases = new("cases", "cases");
    private static readonly FigureKind Frames = new("frames", "frames");

    private static readonly (string Name, string Value)[] Quick =
    [
        ("Live__PaceEvery", "00:00:00.100"),
        .. ((string[])["Window", "Department", "County", "Province"]).Select(static unit => ($"Units__{unit}Every", "00:00:00.020")),
    ];

    // Uneven, or the cases would march in step with the paces of the board. Alone is longer than all paces together: each case then finds the board at rest.
    private static readonly (TimeSpan Least, TimeSpan Most) Often = (TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(80));
    private static readonly (TimeSpan Least, TimeSpan Most) Alone = (TimeSpan.FromMilliseconds(1_200), TimeSpan.FromMilliseconds(1_800));

    private readonly Province _province = new(windows);
    private readonly List<LoadVerdict> _verdicts = [];

    public async Task<LoadResult> Run()
    {
        var lines = new List<(LiveCase Case, ResultLine Line)>();
        foreach (var one in cases)
        {
            var measured = new List<Measurement>();
            for (var repetition = 1; repetition <= site.Repeat; repetition++) measured.Add(await Measure(one, $"{one}, {repetition} of {site.Repeat}"));
            lines.Add((one, ResultLine.Of(one.ToString(), one.Circumstances, measured)));
        }

        ImmutableArray<ResultLine> told = [.. lines.Select(static line => line.Line)];
        return new(told, [.. _verdicts, .. LiveAims.Of(lines)], [Chart.Of("From posting an event to a viewer's frame, 99th percentile", FigureKind.P99, told), Chart.Of("The same, median", FigureKind.P50, told), Chart.Of("How busy the server is, in cores", FigureKind.ServerCores, told)]) { Cores = site.Cores };
    }

    private async Task<Measurement> Measure(LiveCase one, string name)
    {
        site.Progress.Begin(name);
        var reporting = _province.Counties.Where(static county => county.IsReporting).ToImmutableArray();
        var quiet = reporting.MinBy(static county => county.Departments.Sum(static department => department.Windows.Length))!;
        await using var server = await LoadedServer.Start(site, _province, LoadWindow.Of(reporting.Where(county => county != quiet)), Shape, one.IsQuick ? Quick : []);
        await server.Open();
        var probe = new CaseProbe(server, LoadWindow.Of([quiet])[0], one.IsIdle ? Alone : Often, site.Real);
        ImmutableArray<WatchingViewer> watching = [.. Enumerable.Range(0, Math.Min(MostWatching, one.Viewers)).Select(_ => new WatchingViewer(quiet.Path, probe.Note))];
        using var crowd = await Crowd.Join(server.Http.BaseAddress!, Province.Segment, watching, one.Viewers - watching.Length, one.Stalled, site.Real, site.Cancel);
        var (pace, warm) = (new LoadPace(site.Real, perSecond: one.IsIdle ? 0 : EventsPerSecond), lasting / 4);
        await server.Measure(warm, pace);
        var measured = await Measure(server, probe, pace);
        var unseen = await probe.AwaitSeen(watching);
        var seen = probe.Seen.Take();
        _verdicts.Add(Told(name, watching, crowd, unseen));
        _verdicts.Add((await server.Prove(besides: probe.Posted)).ToVerdict(name));
        return Measurement.Of(
            (FigureKind.P50, seen.P50), (FigureKind.P99, seen.P99), (FigureKind.Longest, seen.Max), (Cases, probe.Posted), (Frames, watching.Sum(static viewer => viewer.Frames.Frames)),
            (FigureKind.EventsPerSecond, measured[FigureKind.EventsPerSecond]), (FigureKind.ServerCores, measured[FigureKind.ServerCores]), (FigureKind.DriverCores, measured[FigureKind.DriverCores]), (FigureKind.Resident, measured[FigureKind.Resident]));
    }

    private async Task<Measurement> Measure(LoadedServer server, CaseProbe probe, LoadPace pace)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(site.Cancel);
        var probing = probe.Run(end.Token);
        var measured = await server.Measure(lasting, pace);
        await end.CancelAsync();
        await probing;
        return measured;
    }

    private static LoadVerdict Told(string name, ImmutableArray<WatchingViewer> watching, Crowd crowd, int unseen)
    {
        var (lost, doubled) = (watching.Sum(static viewer => viewer.Frames.Lost), watching.Sum(static viewer => viewer.Frames.Doubled));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"viewers, {name}: {unseen} cases not seen, {lost} frames lost, {doubled} told twice, {crowd.Gone} who read cut off"),
            unseen == 0 && lost == 0 && doubled == 0 && crowd.Gone == 0,
            IsRequired: true);
    }
}
