using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>A timer of a grain, and at the same time the message that is its tick: there is never more than one at once.</summary>
internal sealed partial class GrainTimer<TState> : Message, IGrainTimer
{
    // A period of nothing would leave the grain no other turn.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Engine _engine;
    private readonly Activation _activation;
    private readonly Func<TState, CancellationToken, Task> _callback;
    private readonly TState _state;
    private readonly GrainTimerCreationOptions _options;
    private readonly ITimer _timer;
    private TimeSpan _next;
    private TimeSpan _period;
    private bool _ticking;
    private bool _disposed;

    public GrainTimer(Engine engine, Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, options.Period);
        _engine = engine;
        _activation = activation;
        _callback = callback;
        _state = state;
        _options = options;
        _timer = engine.Clock.CreateTimer(static self => ((GrainTimer<TState>)self!).FallDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override bool Interleaves => _options.Interleave;

    public override bool KeepsAlive => _options.KeepAlive;

    public override bool IsLimited => false;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        lock (_gate)
        {
            _next = dueTime;
            _period = period == TimeSpan.Zero ? Shortest : period;
            if (!_ticking) Arm();
        }
    }

    public override async Task RunAsync(object target)
    {
        try
        {
            if (!_ended.IsCancellationRequested) await _callback(_state, _ended.Token);
        }
        catch (Exception failure)
        {
            Log.TickFailed(_engine.Logger, failure, _activation.Address);
        }

        lock (_gate)
        {
            _ticking = false;
            Arm();
        }
    }

    public override void Conclude()
    {
    }

    public override void Refuse(Exception reason)
    {
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            _timer.Dispose();
        }

        _ended.Cancel();
        _activation.Forget(this);
    }

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan) throw new ArgumentOutOfRangeException(nameof(dueTime), dueTime, null);
        if (period < TimeSpan.Zero && period != Timeout.InfiniteTimeSpan) throw new ArgumentOutOfRangeException(nameof(period), period, null);
    }

    private void FallDue()
    {
        lock (_gate)
        {
            if (_ticking || _disposed) return;
            _ticking = true;
            _next = _period;
        }

        _activation.TryAccept(this);
    }

    private void Arm()
    {
        if (_disposed) return;
        // What is due at once need not go by the machine's timers, which all share one thread.
        if (_next == TimeSpan.Zero) FallDue();
        else _timer.Change(_next, Timeout.InfiniteTimeSpan);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A tick of a timer of {Grain} failed.")]
        public static partial void TickFailed(ILogger logger, Exception failure, GrainAddress grain);
    }
}
