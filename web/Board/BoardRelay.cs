using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Run;
using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Board;

/// <summary>One for each web process: the feeds of the scopes that somebody looks at, and the provinces at all times.</summary>
internal sealed partial class BoardRelay(
    IGrainFactory grains,
    IJournal journal,
    Roster roster,
    BuildIdentity build,
    Printed printed,
    IndicatorBodies indicators,
    IOptions<LiveOptions> options,
    TimeProvider clock,
    LedgerReader ledger,
    CommitTimes commits,
    OpsBoardMetrics metrics,
    ILoggerFactory loggers) : BackgroundService, IFrames
{
    private readonly ConcurrentDictionary<UnitPath, Lazy<Task<ScopeFeed?>>> _feeds = new();

    // Restarting within one millisecond is impossible, so the start names the relay.
    private readonly FrameCutter _cutter = new(printed, roster, indicators, build, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture));

    private readonly ILogger _logger = loggers.CreateLogger<BoardRelay>();

    /// <summary>True once the provinces' boards are there: before that, nobody is let in.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The newest frames of the scopes that are followed at present and hear from their grains.</summary>
    public IEnumerable<Frame> Followed => OpenFeeds()
        .Where(static feed => feed.FeedAge < ScopeFeed.DeafAfter)
        .Select(static feed => feed.Newest);

    /// <summary>Scopes that are followed at present.</summary>
    public int Feeds => OpenFeeds().Count();

    /// <summary>The age of the feed that heard nothing for longest; null while there is none.</summary>
    public TimeSpan? OldestFeed => OpenFeeds().Select(static feed => (TimeSpan?)feed.FeedAge).Max();

    public async ValueTask<Frame?> Newest(UnitPath scope, CancellationToken cancellation) => (await FeedOf(scope, cancellation))?.Newest;

    public async ValueTask<ImmutableArray<UnitPath>> Unregistered(CancellationToken cancellation)
    {
        var reporting = await journal.ReadVersions(null, cancellation);
        return [.. reporting.SelectMany(static window => UpFrom(window.Window)).Distinct().Where(unit => !roster.Knows(unit)).Order(UnitPath.InOrder)];
    }

    /// <returns>Null when no such scope is registered, has ever reported or stands in a ledger.</returns>
    public async ValueTask<ScopeFeed?> FeedOf(UnitPath scope, CancellationToken cancellation)
    {
        var opening = _feeds.GetOrAdd(scope, unit => new Lazy<Task<ScopeFeed?>>(() => Open(unit)));
        try
        {
            var feed = await opening.Value.WaitAsync(cancellation);
            if (feed is null) _feeds.TryRemove(KeyValuePair.Create(scope, opening));
            feed?.Use();
            return feed;
        }
        catch when (opening.Value.IsFaulted)
        {
            _feeds.TryRemove(KeyValuePair.Create(scope, opening));
            throw;
        }
    }

    /// <summary>
    /// Everything that a viewer is told from a version on, without end: patches, or a snapshot where he fell behind, and a tick at
    /// least every few seconds. The newest state is taken when the last message has gone, so a slow viewer skips and nothing queues.
    /// </summary>
    public async IAsyncEnumerable<LiveMessage> Follow(ScopeFeed feed, long seen, ViewerPace pace, [EnumeratorCancellation] CancellationToken cancellation)
    {
        feed.Enter();
        try
        {
            yield return TickMessage(feed, pace);
            var ticked = clock.GetTimestamp();
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                await WaitFor(feed, seen, pace, options.Value.TickEvery - clock.GetElapsedTime(ticked), cancellation);
                var newest = feed.Told(pace);
                if (newest.Frame.Version > seen)
                {
                    yield return newest.BaseVersion == seen ? PatchMessage(newest) : SnapshotMessage(newest.Frame);
                    seen = newest.Frame.Version;
                }

                if (clock.GetElapsedTime(ticked) < options.Value.TickEvery || feed.Told(pace).Frame.Version != seen) continue;
                yield return TickMessage(feed, pace);
                ticked = clock.GetTimestamp();
            }
        }
        finally
        {
            feed.Leave();
        }
    }

    public static LiveMessage SnapshotMessage(Frame frame) => new(LiveMessage.SnapshotName, LiveMessage.IdOf(frame), frame.Snapshot);

    public static LiveMessage PatchMessage(Cut cut) => new(LiveMessage.PatchName, LiveMessage.IdOf(cut.Frame), cut.Patch);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var reporting = (await journal.ReadVersions(null, cancellationToken)).Select(static window => window.Window.Province);
        foreach (var province in roster.Provinces.Select(static unit => unit.Path).Union(reporting)) await Follow(province, cancellationToken);
        IsReady = true;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.ForgetAfter / 2, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var (scope, opening) in _feeds) await ForgetUnused(scope, opening);
        }

        foreach (var opening in _feeds.Values) await End(opening);
    }

    // A silo that has just died is not missed at once; until it is, calls to its grains fail.
    private async Task Follow(UnitPath province, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await FeedOf(province, cancellation);
                return;
            }
            catch (Exception fault) when (fault is OrleansException or TimeoutException && !cancellation.IsCancellationRequested)
            {
                Log.NotYet(_logger, province, fault);
                await Task.Delay(options.Value.RenewEvery, clock, cancellation);
            }
        }
    }

    private static IEnumerable<UnitPath> UpFrom(UnitPath unit) =>
        unit.Kind == UnitKind.Province ? [unit] : UpFrom(unit.Parent).Append(unit);

    private static async Task WaitFor(ScopeFeed feed, long seen, ViewerPace pace, TimeSpan untilTick, CancellationToken cancellation)
    {
        if (untilTick <= TimeSpan.Zero) return;
        await feed.After(seen, pace).WaitAsync(untilTick, feed.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task End(Lazy<Task<ScopeFeed?>> opening)
    {
        if (opening is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } feed } }) await feed.DisposeAsync();
    }

    private IEnumerable<ScopeFeed> OpenFeeds() => _feeds.Values
        .Where(static opening => opening is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: not null } })
        .Select(static opening => opening.Value.Result!);

    // Of provinces alone: what they show holds all others.
    private void NoteLag(Frame frame)
    {
        foreach (var lag in commits.Shown(frame.Board.Unit, frame.Board.Version)) metrics.Shown(lag);
    }

    private LiveMessage TickMessage(ScopeFeed feed, ViewerPace pace)
    {
        var frame = feed.Told(pace).Frame;
        return new(LiveMessage.TickName, LiveMessage.IdOf(frame), TickFormat.Write(frame, build, clock.GetUtcNow(), feed.FeedAge));
    }

    private async Task ForgetUnused(UnitPath scope, Lazy<Task<ScopeFeed?>> opening)
    {
        if (scope.Kind == UnitKind.Province) return;
        if (opening is not { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { IsUnused: true } } }) return;
        if (_feeds.TryRemove(KeyValuePair.Create(scope, opening))) await End(opening);
    }

    private async Task<ScopeFeed?> Open(UnitPath scope)
    {
        var isKnown = roster.Knows(scope) || (scope.IsLine && roster.ChildrenOf(scope).Any()) || !(await journal.ReadVersions(scope)).IsEmpty || await ledger.Concerns(scope, CancellationToken.None);
        return isKnown ? await ScopeFeed.Open(GrainOf(scope), grains, _cutter, journal, options.Value, clock, NoteLag, _logger) : null;
    }

    private IUnitGrain GrainOf(UnitPath unit) => unit.Kind switch
    {
        UnitKind.Province => grains.GetGrain<IProvinceGrain>(unit.ToString()),
        UnitKind.County => grains.GetGrain<ICountyGrain>(unit.ToString()),
        UnitKind.Department => grains.GetGrain<IDepartmentGrain>(unit.ToString()),
        UnitKind.Line => grains.GetGrain<ILineGrain>(unit.ToString()),
        _ => grains.GetGrain<IWindowGrain>(unit.ToString()),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The board of {Province} cannot be had yet; it is asked for again.")]
        public static partial void NotYet(ILogger logger, UnitPath province, Exception fault);
    }
}
