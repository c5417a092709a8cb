using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>A server with a data directory and a load of its own: started, loaded, held against what was sent, and ended.</summary>
internal sealed class LoadedServer : IAsyncDisposable
{
    // A single caller sends what otherwise comes from many; the gates of callers would measure themselves.
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Intake__InFlightPerCaller"] = "1000",
        ["Intake__BodiesAtOnce"] = "1000",
        ["Intake__EventsPerSecond"] = "1000000",
        ["Intake__Burst"] = "10000000",
        ["Live__ConnectsPerSecond"] = "10000",
        ["Live__MostViewers"] = "20000",
        ["Live__MostViewersOfOne"] = "20000",
        ["Connections__Most"] = "40000",
        ["Journal__BallastMiB"] = "0",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly LoadSite _site;
    private readonly Behind _behind;
    private readonly Database? _database;
    private ChildServer _server;

    private LoadedServer(LoadSite site, DataPlace data, (ChildServer Server, Database? Database) started, VisitLoad load, LoadShape shape, Behind behind)
    {
        (_site, Data, _behind) = (site, data, behind);
        (_server, _database) = started;
        Load = load;
        Http = LoadClient.To(_server.Address);
        Sender = new LoadSender(Http, load, shape.Batch, shape.Senders, site.Real);
    }

    public VisitLoad Load { get; }

    public LoadSender Sender { get; }

    public HttpClient Http { get; private set; }

    /// <summary>Of the server, and of the database behind it.</summary>
    public ProcessUse Use => _database is null ? _server.Use : _server.Use + _database.Use;

    public DataPlace Data { get; }

    private BoardWatch Watch => new(Http, Province.Segment, _site.Real);

    /// <summary>The product: <c>run --open</c> on a port of its own.</summary>
    /// <param name="windows">That are sent for: all of the province, or some.</param>
    /// <param name="settings">More of them than a load always has.</param>
    public static Task<LoadedServer> Start(LoadSite site, Province province, ImmutableArray<LoadWindow> windows, LoadShape shape, params (string Name, string Value)[] settings) =>
        Start(site, province, windows, shape, Behind.Product, async data => (await StartProgram(site, data, settings), null));

    /// <summary>The floor: the same front and parsing, and a file.</summary>
    public static Task<LoadedServer> StartFloor(LoadSite site, Province province, ImmutableArray<LoadWindow> windows, LoadShape shape) =>
        Start(site, province, windows, shape, Behind.Floor, async data => (await ChildServer.Start([Programs.Floor, Path.Combine(data.Path, "floor")], Settings, site.Cores.Server, site.Real, site.Cancel), null));

    /// <summary>A peer: the same front and parsing, and what others would take.</summary>
    public static Task<LoadedServer> StartPeer(LoadSite site, Province province, ImmutableArray<LoadWindow> windows, LoadShape shape, Peer peer) =>
        Start(site, province, windows, shape, Behind.Peer, data => StartPeer(site, data, peer));

    /// <summary>Opens every window and accepts the cases that stay open, and waits until the board tells so.</summary>
    public async Task Open()
    {
        await Sender.Send(new LoadPace(_site.Real, most: Load.Openings), _site.Cancel);
        if (_behind == Behind.Product) await Watch.AwaitOpen(Load.Openings, _site.Cancel);
        if (Load.OpenCases == 0) return;
        await Sender.Send(new LoadPace(_site.Real, most: Load.OpenCases), _site.Cancel);
        if (await AwaitBoard() is { } difference) throw new LoadFailedException($"The board does not tell the cases that were accepted: {difference}");
    }

    /// <summary>Sends for a while, so that what is measured afterwards is neither the first of its kind nor still being compiled.</summary>
    /// <param name="before">How long the measuring will take.</param>
    public Task WarmUp(TimeSpan before) => Measure(before < LongestWarmUp ? before : LongestWarmUp, new LoadPace(_site.Real));

    /// <summary>Sends at a pace for so long, and until the first answer where that takes longer, and says what it cost and how fast it went.</summary>
    /// <param name="meanwhile">Told the events of each second.</param>
    /// <exception cref="LoadFailedException">The server refuses, or does not answer any more.</exception>
    public async Task<Measurement> Measure(TimeSpan lasting, LoadPace pace, Action<double>? meanwhile = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_site.Cancel);
        Sender.Answers.Take();
        var (before, resent) = (Mark(), Sender.Resent);
        var sending = Sender.Send(pace, end.Token);
        await Pass(lasting, pace, sending, meanwhile);
        var (after, answers) = (Mark(), Sender.Answers.Take());
        await end.CancelAsync();
        await sending;
        _site.Cancel.ThrowIfCancellationRequested();
        return after.Since(before, _site.Real).With((FigureKind.P50, answers.P50), (FigureKind.P99, answers.P99), (FigureKind.Longest, answers.Max), (FigureKind.Resent, Sender.Resent - resent), (FigureKind.Resident, Use.ResidentMiB));
    }

    /// <summary>Waits until the board tells everything, stops the server, and counts its journal anew.</summary>
    /// <param name="besides">Events that somebody else sent, and that were acknowledged.</param>
    public async Task<Proof> Prove(long besides = 0)
    {
        if (_behind == Behind.Floor) return await FloorProof();
        if (_behind == Behind.Peer) return await PeerProof();
        var difference = await AwaitBoard();
        await _server.Stop(_site.Real);
        var recount = await Recount.Of(Data.Path, _site.Cancel);
        return new(Load.Sent, Sender.Acknowledged + besides, recount.Events, difference, recount.IsEqual);
    }

    /// <returns>Null once the board tells everything that was sent.</returns>
    public Task<string?> AwaitBoard() => Watch.Await(Load.Expected, _site.Cancel);

    /// <summary>Ends the server and starts it again with the same data.</summary>
    /// <param name="isKilled">At once, as a power cut would.</param>
    /// <returns>How long it took from the start of the process until the board told everything.</returns>
    public async Task<(TimeSpan Listens, TimeSpan IsTrue, string? Difference)> Restart(bool isKilled)
    {
        if (isKilled) await _server.Kill();
        else await _server.Stop(_site.Real);
        await _server.DisposeAsync();
        Http.Dispose();
        var began = _site.Real.GetTimestamp();
        _server = await StartProgram(_site, Data, []);
        var listens = _site.Real.GetElapsedTime(began);
        Http = LoadClient.To(_server.Address);
        var difference = await AwaitBoard();
        return (listens, _site.Real.GetElapsedTime(began), difference);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        Data.Dispose();
    }

    private static async Task<LoadedServer> Start(LoadSite site, Province province, ImmutableArray<LoadWindow> windows, LoadShape shape, Behind behind, Func<DataPlace, Task<(ChildServer Server, Database? Database)>> start)
    {
        var data = DataPlace.Make(province);
        try
        {
            return new(site, data, await start(data), new VisitLoad(windows, shape.Numbering, site.Real, shape.OpenCasesEach), shape, behind);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private static Task<ChildServer> StartProgram(LoadSite site, DataPlace data, (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(Settings, StringComparer.Ordinal);
        foreach (var (name, value) in settings) all[name] = value;
        return ChildServer.Start([Programs.Server, "run", "--open", "--port", "0", "--data", data.Path], all, site.Cores.Server, site.Real, site.Cancel);
    }

    private static async Task<(ChildServer Server, Database? Database)> StartPeer(LoadSite site, DataPlace data, Peer peer)
    {
        var database = peer.StartDatabase is { } start ? await start(data, site) : null;
        try
        {
            var store = database?.Store ?? Path.Combine(data.Path, peer.Name);
            return (await ChildServer.Start([Programs.Peers, peer.Name, store], Settings, site.Cores.Server, site.Real, site.Cancel), database);
        }
        catch
        {
            if (database is not null) await database.DisposeAsync();
            throw;
        }
    }

    // On a slow machine not one answer may have come by then, and a speed of 0 would be no measurement: the first one is waited for.
    private async Task Pass(TimeSpan lasting, LoadPace pace, Task sending, Action<double>? meanwhile)
    {
        var (began, before) = (_site.Real.GetTimestamp(), Sender.Acknowledged);
        while (_site.Real.GetElapsedTime(began) is var elapsed && !sending.IsCompleted && !_site.Cancel.IsCancellationRequested)
        {
            var rest = lasting - elapsed;
            if (rest <= TimeSpan.Zero && (pace.IsIdle || Sender.Acknowledged > before)) return;
            await Task.WhenAny(sending, Task.Delay(rest > TimeSpan.Zero && rest < Second ? rest : Second, _site.Real, _site.Cancel));
            var rate = (Sender.Acknowledged - before) / _site.Real.GetElapsedTime(began).TotalSeconds;
            meanwhile?.Invoke(rate);
            _site.Progress.Show(rate, elapsed, lasting);
        }
    }

    private LoadMark Mark() => new(_site.Real.GetTimestamp(), Sender.Acknowledged, Use.Processor, ProcessUse.Of(Environment.ProcessId).Processor);

    private async Task<Proof> FloorProof()
    {
        var appended = await Http.GetStringAsync(new Uri("appended", UriKind.Relative), _site.Cancel);
        await _server.Stop(_site.Real);
        return new(Load.Sent, Sender.Acknowledged, long.Parse(appended, CultureInfo.InvariantCulture), null, IsEqual: true, Behind.Floor);
    }

    private async Task<Proof> PeerProof()
    {
        var counts = await PeerCounts.Await(Http, _site.Real, _site.Cancel);
        await _server.Stop(_site.Real);
        return new(Load.Sent, Sender.Acknowledged, counts.Events, counts.Difference, IsEqual: true, Behind.Peer);
    }
}
