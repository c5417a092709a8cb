using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// The frames of one scope: follows the unit's grain, cuts a frame when something changed and not more often than the pace, and lets
/// every viewer take the newest when he is ready. Nothing is queued for anybody.
/// </summary>
internal sealed partial class ScopeFeed : IBoardObserver, IAsyncDisposable
{
    // Waits and ages move with time alone; a look this often costs little and shows a minute when it is full.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly IUnitGrain _grain;
    private readonly IBoardObserver _self;
    private readonly FrameCutter _cutter;
    private readonly LiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<(long AtTimestamp, Cut Cut)> _recent = new();
    private TaskCompletionSource _changed = NewSignal();
    private TaskCompletionSource _cutDone = NewSignal();
    private BoardState _board;
    private Cut? _newest;
    private long _confirmed;
    private long _seenTo;
    private long _used;
    private int _viewers;
    private Task _running = Task.CompletedTask;

    private ScopeFeed(IUnitGrain grain, IGrainFactory grains, FrameCutter cutter, LiveOptions options, TimeProvider clock, ILogger logger)
    {
        (_grain, _cutter, _options, _clock, _logger) = (grain, cutter, options, clock, logger);
        // Held in this object, because the engine keeps only a weak reference to what stands behind it.
        _self = grains.CreateObjectReference<IBoardObserver>(this);
        _board = null!;
        _used = clock.GetTimestamp();
    }

    public TimeProvider Clock => _clock;

    public Cut Newest
    {
        get
        {
            lock (_gate) return _newest!;
        }
    }

    /// <summary>How long ago the unit's grain last spoke or answered, or how long ago a frame was last seen to, if that is longer.</summary>
    public TimeSpan FeedAge => _clock.GetElapsedTime(Math.Min(Interlocked.Read(ref _confirmed), Interlocked.Read(ref _seenTo)));

    public bool IsUnused => Volatile.Read(ref _viewers) == 0 && _clock.GetElapsedTime(Interlocked.Read(ref _used)) > _options.ForgetAfter;

    public static async Task<ScopeFeed> Open(IUnitGrain grain, IGrainFactory grains, FrameCutter cutter, LiveOptions options, TimeProvider clock, ILogger logger)
    {
        var feed = new ScopeFeed(grain, grains, cutter, options, clock, logger);
        feed.OnBoardChanged(await grain.Subscribe(feed._self));
        feed.CutNow();
        feed._running = Task.WhenAll(feed.CutFrames(), feed.Renew());
        return feed;
    }

    public void OnBoardChanged(BoardState board)
    {
        Interlocked.Exchange(ref _confirmed, _clock.GetTimestamp());
        lock (_gate)
        {
            if (_board is not null && !board.Own.IsNewerThan(_board.Own)) return;
            _board = board;
            _changed.TrySetResult();
        }
    }

    public void Use() => Interlocked.Exchange(ref _used, _clock.GetTimestamp());

    public void Enter() => Interlocked.Increment(ref _viewers);

    public void Leave()
    {
        Use();
        Interlocked.Decrement(ref _viewers);
    }

    /// <summary>Completes once there is a frame later than this one.</summary>
    public Task After(long version)
    {
        lock (_gate) return _newest!.Frame.Version > version ? Task.CompletedTask : _cutDone.Task;
    }

    /// <summary>The patches that lead from the version to the newest frame, oldest first; null when one of them is gone.</summary>
    public IReadOnlyList<Cut>? Since(string epoch, long version)
    {
        lock (_gate)
        {
            var missed = _recent.Select(static entry => entry.Cut).Where(cut => cut.Frame.Version > version).ToList();
            var isWhole = _newest!.Frame.Epoch == epoch && (missed is [] ? _newest.Frame.Version == version : missed[0].BaseVersion == version);
            return isWhole ? missed : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task CutFrames()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(_options.PaceEvery, _clock, _end.Token);
            await Changed().WaitAsync(LookEvery, _clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                CutNow();
            }
            catch (Exception fault)
            {
                Log.NotCut(_logger, _board.Unit, fault);
            }
        }
    }

    private Task Changed()
    {
        lock (_gate) return _changed.Task;
    }

    private void CutNow()
    {
        lock (_gate)
        {
            if (_changed.Task.IsCompleted) _changed = NewSignal();
            var cutOrNothing = _cutter.Next(_newest, _board, _clock.GetUtcNow());
            Interlocked.Exchange(ref _seenTo, _clock.GetTimestamp());
            if (cutOrNothing is not { } cut) return;
            _newest = cut;
            if (cut.BaseVersion > 0) _recent.Enqueue((_clock.GetTimestamp(), cut));
            while (_recent.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest.AtTimestamp) > _options.KeepPatches) _recent.Dequeue();
            _cutDone.TrySetResult();
            _cutDone = NewSignal();
        }
    }

    // Renewing also brings the present board, which makes good whatever notice was lost.
    private async Task Renew()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(_options.RenewEvery, _clock, _end.Token);
            try
            {
                OnBoardChanged(await _grain.Subscribe(_self));
            }
            catch (Exception fault) when (!_end.IsCancellationRequested)
            {
                Log.NotRenewed(_logger, _board.Unit, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No frame could be made of the board of {Unit}; screens are told its age.")]
        public static partial void NotCut(ILogger logger, UnitPath unit, Exception fault);

        [LoggerMessage(LogLevel.Warning, "The board of {Unit} could not be renewed; screens are told its age.")]
        public static partial void NotRenewed(ILogger logger, UnitPath unit, Exception fault);
    }
}
