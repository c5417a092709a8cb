using OpsBoard.Board;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// The frames of one scope: follows the unit's grain, cuts a frame when something changed and not more often than the quickest pace, and
/// lets every viewer take the newest of his pace when he is ready. Nothing is queued for anybody.
/// </summary>
internal sealed partial class ScopeFeed : IBoardObserver, IAsyncDisposable
{
    // Waits and ages move with time alone; a look this often costs little and shows a minute when it is full.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Screens say by then that the server itself hears nothing.</summary>
    public static readonly TimeSpan DeafAfter = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly IUnitGrain _grain;
    private readonly IGrainFactory _grains;
    private readonly IBoardObserver _self;
    private readonly FrameCutter _cutter;
    private readonly IJournal _journal;
    private readonly LiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly Action<Frame> _onFrame;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _end = new();
    private readonly PaceLine _walls;
    private readonly PaceLine _desks;
    private TaskCompletionSource _changed = NewSignal();
    private BoardState _board;
    private Frame? _newest;
    private long _confirmed;
    private long _seenTo;
    private long _used;
    private long _cut;
    private int _viewers;
    private Task _running = Task.CompletedTask;

    private ScopeFeed(IUnitGrain grain, IGrainFactory grains, FrameCutter cutter, IJournal journal, LiveOptions options, TimeProvider clock, Action<Frame> onFrame, ILogger logger)
    {
        (_grain, _grains, _cutter, _journal, _options, _clock, _onFrame, _logger) = (grain, grains, cutter, journal, options, clock, onFrame, logger);
        // Held in this object, because the engine keeps only a weak reference to what stands behind it.
        _self = grains.CreateObjectReference<IBoardObserver>(this);
        _walls = new PaceLine(options.PaceEvery, cutter, options, clock);
        _desks = new PaceLine(options.DeskPaceEvery, cutter, options, clock);
        _board = null!;
        _used = clock.GetTimestamp();
    }

    public TimeProvider Clock => _clock;

    public Frame Newest
    {
        get
        {
            lock (_gate) return _newest!;
        }
    }

    /// <summary>What viewers of the pace were told last.</summary>
    public Cut Told(ViewerPace pace)
    {
        lock (_gate) return LineOf(pace).Newest!;
    }

    /// <summary>The newest frame, from which from now on the patches of every pace start.</summary>
    public Frame Join()
    {
        lock (_gate)
        {
            _walls.Join(_newest!);
            _desks.Join(_newest!);
            return _newest!;
        }
    }

    /// <summary>
    /// How long ago the unit's grain last spoke or answered, or how long ago a frame was last seen to, if that is longer. Of a journal that
    /// takes nothing no grain can hear anything, however well it answers: that is told at once.
    /// </summary>
    public TimeSpan FeedAge
    {
        get
        {
            var age = _clock.GetElapsedTime(Math.Min(Interlocked.Read(ref _confirmed), Interlocked.Read(ref _seenTo)));
            return _journal.Trouble is null || age > DeafAfter ? age : DeafAfter + LookEvery;
        }
    }

    public bool IsUnused => Volatile.Read(ref _viewers) == 0 && _clock.GetElapsedTime(Interlocked.Read(ref _used)) > _options.ForgetAfter;

    public static async Task<ScopeFeed> Open(IUnitGrain grain, IGrainFactory grains, FrameCutter cutter, IJournal journal, LiveOptions options, TimeProvider clock, Action<Frame> onFrame, ILogger logger)
    {
        var feed = new ScopeFeed(grain, grains, cutter, journal, options, clock, onFrame, logger);
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

    /// <summary>Completes once viewers of the pace are told of a frame later than this one.</summary>
    public Task After(long version, ViewerPace pace)
    {
        lock (_gate) return LineOf(pace).After(version);
    }

    /// <summary>The patches of the pace that lead from the version to its newest frame, oldest first; null when one of them is gone.</summary>
    public IReadOnlyList<ToldPatch>? Since(string epoch, long version, ViewerPace pace)
    {
        lock (_gate) return LineOf(pace).Since(epoch, version);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _grains.DeleteObjectReference<IBoardObserver>(_self);
        _end.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task CutFrames()
    {
        while (!_end.IsCancellationRequested)
        {
            // A timer may fire a moment early, and a frame that is offered a moment early would be told a whole pace later.
            while (UntilCut() is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, _clock, _end.Token);
            await Changed().WaitAsync(UntilLook(), _clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                CutNow();
            }
            catch (Exception fault)
            {
                _cut = _clock.GetTimestamp();
                Log.NotCut(_logger, _board.Unit, fault);
            }
        }
    }

    // A look that found nothing to tell does not keep what comes next waiting.
    private TimeSpan UntilCut()
    {
        lock (_gate)
        {
            var sinceCut = _options.PaceEvery - _clock.GetElapsedTime(_cut);
            return WholeMilliseconds(sinceCut > _walls.Rest ? sinceCut : _walls.Rest);
        }
    }

    // Walls have the quickest pace: when it allows a frame, only desks may still have to wait for theirs.
    private TimeSpan UntilLook()
    {
        lock (_gate)
        {
            if (_walls.Newest!.Frame == _newest && _desks.Newest!.Frame == _newest) return LookEvery;
            return _desks.Rest > TimeSpan.Zero ? WholeMilliseconds(_desks.Rest) : _options.PaceEvery;
        }
    }

    // Delays leave out what is less than a millisecond.
    private static TimeSpan WholeMilliseconds(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));

    private Task Changed()
    {
        lock (_gate) return _changed.Task;
    }

    private void CutNow()
    {
        lock (_gate)
        {
            if (_changed.Task.IsCompleted) _changed = NewSignal();
            var next = _cutter.Next(_newest, _board, _clock.GetUtcNow());
            _newest = next ?? _newest;
            Interlocked.Exchange(ref _seenTo, _clock.GetTimestamp());
            _walls.Offer(_newest!);
            _desks.Offer(_newest!);
            _onFrame(_newest!);
            if (next is not null) _cut = _clock.GetTimestamp();
        }
    }

    private PaceLine LineOf(ViewerPace pace) => pace == ViewerPace.Desk ? _desks : _walls;

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
