using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// The server against what others would take: the same front, driver and load, ids only, turn by turn. The peers do much less with an event;
/// what they have in common is that it is durable, known again, and counted for its window, department, county and province.
/// </summary>
/// <param name="batch">Events in a request.</param>
internal sealed class PeersMode(LoadSite site, int windows, TimeSpan lasting, int batch)
{
    /// <summary>The size of request for which the design has an aim.</summary>
    public const int AimedBatch = 500;

    private const string Server = "server";

    private readonly Province _province = new(windows);
    private readonly List<LoadVerdict> _verdicts = [];
    private readonly LoadShape _shape = LoadShape.Of(Numbering.IdOnly, batch);

    public async Task<LoadResult> Run()
    {
        var all = LoadWindow.Of(_province.Counties);
        var (server, peers) = (new MeasuredSide(Server, _shape, all.Length), await Present(all));
        for (var repetition = 1; repetition <= site.Repeat; repetition++)
        {
            await Measure(server, repetition, () => LoadedServer.Start(site, _province, all, _shape));
            foreach (var (peer, side) in peers) await Measure(side, repetition, () => LoadedServer.StartPeer(site, _province, peer.Windows(all), side.Shape, peer));
        }

        ImmutableArray<ResultLine> lines = [server.Line, .. peers.Select(static pair => pair.Side.Line), .. Absent(peers).Select(static peer => new ResultLine($"{peer.Name}, not installed", [("against", peer.Name)], []))];
        ImmutableArray<(Peer Peer, ImmutableArray<double> Ratios)> ratios = [.. peers.Select(pair => (pair.Peer, server.Over(pair.Side)))];
        return new(lines, [.. _verdicts, .. ratios.Select(static ratio => Judge(ratio.Peer, ratio.Ratios)), .. Absent(peers).Select(Skip)], [.. Charts(lines)])
        {
            Cores = site.Cores,
            RatioToPeers = [.. ratios.Select(static ratio => (ratio.Peer.Name, ratio.Ratios))],
        };
    }

    /// <summary>The ratio of the events a second, held against what the design asks for.</summary>
    public static LoadVerdict Judge(Peer peer, ImmutableArray<double> ratios)
    {
        var median = Repeated.Of(ratios).Median;
        var text = string.Create(CultureInfo.InvariantCulture, $"server : {peer.Name} {median:0.0} x");
        return peer.AimedRatio is { } aim ? LoadVerdict.Aim(string.Create(CultureInfo.InvariantCulture, $"{text}; aimed at {aim:0}"), median >= aim) : LoadVerdict.Told(text);
    }

    /// <summary>What a person is told of a peer that is not there.</summary>
    public static LoadVerdict Skip(Peer peer) => LoadVerdict.Skipped($"{peer.Name}: not installed; as root: {peer.Package!.Command}");

    private async Task<List<(Peer Peer, MeasuredSide Side)>> Present(ImmutableArray<LoadWindow> all)
    {
        var present = new List<(Peer Peer, MeasuredSide Side)>();
        foreach (var peer in Peer.All)
        {
            if (peer.Package is null || await peer.Package.Require(site.Progress, site.Cancel)) present.Add((peer, new MeasuredSide(peer.Name, peer.Shape(_shape), peer.Windows(all).Length)));
        }

        return present;
    }

    private async Task Measure(MeasuredSide side, int repetition, Func<Task<LoadedServer>> start)
    {
        var name = $"{side.Name}, {repetition} of {site.Repeat}";
        site.Progress.Begin(name);
        await using var server = await start();
        await server.Open();
        await server.WarmUp(lasting);
        side.Measured.Add(await server.Measure(lasting, new LoadPace(site.Real)));
        _verdicts.Add((await server.Prove()).ToVerdict(name));
    }

    private static IEnumerable<Peer> Absent(List<(Peer Peer, MeasuredSide Side)> present) => Peer.All.Except(present.Select(static pair => pair.Peer));

    private static IEnumerable<Chart> Charts(ImmutableArray<ResultLine> lines) =>
        [Chart.Of("Events a second", FigureKind.EventsPerSecond, lines), Chart.Of("Time to the answer of a request, 99th percentile", FigureKind.P99, lines), Chart.Of("What a million events cost, databases included", FigureKind.ServerProcessor, lines)];
}
