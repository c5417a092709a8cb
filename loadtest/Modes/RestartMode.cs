using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>How long a restart takes until the board tells everything again: after a stop, and after an end as by a power cut.</summary>
/// <param name="events">That the journal holds, all of today.</param>
internal sealed class RestartMode(LoadSite site, int windows, long events)
{
    private const int Batch = 1_000;
    private const double AimSeconds = 5;

    private static readonly FigureKind Listens = new("listensSeconds", "listens s", 2);
    private static readonly FigureKind IsTrue = new("trueBoardSeconds", "true board s", 2);
    private static readonly FigureKind JournalMiB = new("journalMiB", "journal MiB");

    public async Task<LoadResult> Run()
    {
        var province = new Province(windows);
        site.Progress.Begin(string.Create(CultureInfo.InvariantCulture, $"storing {events:N0} events"));
        await using var server = await LoadedServer.Start(site, province, LoadWindow.Of(province.Counties), LoadShape.Of(Numbering.Numbered, Batch));
        await server.Sender.Send(new LoadPace(site.Real, most: events), site.Cancel);
        site.Cancel.ThrowIfCancellationRequested();
        var difference = await server.AwaitBoard();
        var (stopped, killed) = (new List<Measurement>(), new List<Measurement>());
        for (var repetition = 1; repetition <= site.Repeat; repetition++)
        {
            site.Progress.Begin(string.Create(CultureInfo.InvariantCulture, $"restarting, {repetition} of {site.Repeat}"));
            difference ??= await Restart(server, isKilled: false, stopped);
            difference ??= await Restart(server, isKilled: true, killed);
        }

        var proof = await server.Prove();
        ImmutableArray<ResultLine> lines = stopped.Count == 0 || killed.Count == 0 ? [] : [Line("after a stop", "stopped", stopped), Line("after kill -9", "killed", killed)];
        return new(lines, [(proof with { Difference = difference ?? proof.Difference }).ToVerdict("before and after every restart"), .. lines.Select(Aim)], [Chart.Of("From the start of the process to a true board", IsTrue, lines)]) { Cores = site.Cores };
    }

    private static async Task<string?> Restart(LoadedServer server, bool isKilled, List<Measurement> measured)
    {
        var (listens, isTrue, difference) = await server.Restart(isKilled);
        measured.Add(Measurement.Of((Listens, listens.TotalSeconds), (IsTrue, isTrue.TotalSeconds), (FigureKind.Resident, server.Use.ResidentMiB), (JournalMiB, server.Data.MiBOf("journal.db"))));
        return difference;
    }

    private ResultLine Line(string name, string after, List<Measurement> measured) =>
        ResultLine.Of(name, [("after", after), ("windows", (long)windows), ("events", events)], measured);

    private LoadVerdict Aim(ResultLine line) => LoadVerdict.Aim(
        string.Create(CultureInfo.InvariantCulture, $"a true board {line.Name}, with {windows:N0} windows and {events:N0} events: {line.Of(IsTrue)!.Value.Median:0.0} s; aimed at {AimSeconds:0} s with 1,000,000"),
        line.Of(IsTrue)!.Value.Median <= AimSeconds);
}
