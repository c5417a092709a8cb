using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Whether anything grows under an even load that should not: the server is looked at once a second, viewers of the province look on.</summary>
internal sealed class SoakMode(LoadSite site, int windows, TimeSpan lasting)
{
    private const int EventsPerSecond = 2_000;
    private const int Viewers = 50;
    private const int MostSamples = 1_000;

    private static readonly LoadShape Shape = new(Numbering.Numbered, Batch: 200, Senders: 4);
    private static readonly FigureKind Threads = new("threads", "threads");
    private static readonly FigureKind Handles = new("handles", "open files");
    private static readonly FigureKind LogMiB = new("writeAheadLogMiB", "log MiB", 1);
    private static readonly FigureKind JournalMiB = new("journalMiB", "journal MiB", 1);
    private static readonly FigureKind Minutes = new("minutes", "minutes", 1);
    private static readonly FigureKind Growth = new("residentMiBPerMinute", "MiB a minute", 2);

    private readonly List<Measurement> _samples = [];

    public async Task<LoadResult> Run()
    {
        var province = new Province(windows);
        site.Progress.Begin(string.Create(CultureInfo.InvariantCulture, $"soak, {EventsPerSecond:N0} events a second"));
        await using var server = await LoadedServer.Start(site, province, LoadWindow.Of(province.Counties), Shape);
        await server.Open();
        using var crowd = await Crowd.Join(server.Http.BaseAddress!, Province.Segment, [], Viewers, stalled: 0, site.Real, site.Cancel);
        var began = site.Real.GetTimestamp();
        var measured = await server.Measure(lasting, new LoadPace(site.Real, perSecond: EventsPerSecond), _ => Look(server, site.Real.GetElapsedTime(began)));
        var gone = crowd.Gone;
        var proof = await server.Prove();
        ImmutableArray<ResultLine> lines = [ResultLine.Of("load", Circumstances("load"), [measured.With((Growth, Slope()))]), ResultLine.Of("server, second by second", Circumstances("samples"), _samples)];
        return new(lines, [proof.ToVerdict("soak"), new($"viewers: {gone} of {Viewers} cut off", gone == 0, IsRequired: true)], [Course(FigureKind.Resident), Course(Handles), Course(Threads), Course(LogMiB)]) { Cores = site.Cores };
    }

    private ImmutableArray<(string Key, object Value)> Circumstances(string what) => [("what", what), ("windows", (long)windows), ("viewers", (long)Viewers)];

    private void Look(LoadedServer server, TimeSpan elapsed)
    {
        if (elapsed < lasting * _samples.Count / MostSamples) return;
        var use = server.Use;
        _samples.Add(Measurement.Of(
            (Minutes, elapsed.TotalMinutes), (FigureKind.Resident, use.ResidentMiB), (Threads, use.Threads), (Handles, use.Handles), (LogMiB, server.Data.MiBOf("journal.db-wal")), (JournalMiB, server.Data.MiBOf("journal.db"))));
    }

    // The first quarter belongs to the start: compilers, caches, pools.
    private double Slope() => Trend.Slope([.. _samples.Skip(_samples.Count / 4).Select(static sample => (sample[Minutes], sample[FigureKind.Resident]))]);

    private Chart Course(FigureKind kind) => new(
        kind.Title, Minutes.Title, kind.Title, [new(kind.Title, [.. _samples.Select(static sample => (object)sample[Minutes])], [.. _samples.Select(sample => sample[kind])])], IsCourse: true);
}
