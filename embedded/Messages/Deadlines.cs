namespace OpsBoard.Embedded;

/// <summary>
/// The calls that wait for an answer, oldest first. All have the same patience, so a single timer, set for the oldest, serves them all.
/// </summary>
internal sealed class Deadlines : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private readonly LinkedList<Call> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _patience;
    private readonly ITimer _timer;
    private bool _armed;

    public Deadlines(TimeProvider clock, TimeSpan patience)
    {
        _clock = clock;
        _patience = patience;
        _timer = clock.CreateTimer(static self => ((Deadlines)self!).ExpireDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(Call call)
    {
        bool arm;
        lock (_waiting)
        {
            call.Due = _clock.GetTimestamp() + (long)(_patience.TotalSeconds * _clock.TimestampFrequency);
            call.Waiting = _waiting.AddLast(call);
            arm = !_armed;
            _armed = true;
        }

        if (arm) _timer.Change(_patience, Timeout.InfiniteTimeSpan);
    }

    public void Remove(Call call)
    {
        lock (_waiting)
        {
            if (call.Waiting is null) return;
            _waiting.Remove(call.Waiting);
            call.Waiting = null;
        }
    }

    /// <summary>Fails every call that still waits; used when nobody is left to answer.</summary>
    public void Abandon(Exception reason)
    {
        while (TakeFirst(static (_, _) => true, 0) is { } call) call.Refuse(reason);
    }

    public void Dispose() => _timer.Dispose();

    private void ExpireDue()
    {
        var now = _clock.GetTimestamp();
        while (TakeFirst(static (call, now) => call.Due <= now, now) is { } call) call.TimeOut(_patience);

        TimeSpan next;
        lock (_waiting)
        {
            _armed = _waiting.First is not null;
            if (!_armed) return;
            next = _clock.GetElapsedTime(_clock.GetTimestamp(), _waiting.First!.Value.Due);
        }

        // A timer that fires a little early must not spin until the call is due.
        _timer.Change(next > Soon ? next : Soon, Timeout.InfiniteTimeSpan);
    }

    private Call? TakeFirst(Func<Call, long, bool> may, long now)
    {
        lock (_waiting)
        {
            if (_waiting.First is not { Value: var call } || !may(call, now)) return null;
            _waiting.RemoveFirst();
            call.Waiting = null;
            return call;
        }
    }
}
