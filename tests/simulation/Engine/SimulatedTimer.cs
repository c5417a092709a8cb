using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>A timer of a grain: its tick is a turn, and the next one is due a period after the former has ended.</summary>
internal sealed class SimulatedTimer(Activation activation, Func<Task> callback) : IGrainTimer
{
    private TimeSpan _next;
    private TimeSpan _period;
    private int _arming;
    private bool _isTicking;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        (_next, _period) = (dueTime, period);
        if (!_isTicking) Arm();
    }

    public void Dispose() => _arming++;

    private void Arm()
    {
        var arming = ++_arming;
        if (_next == Timeout.InfiniteTimeSpan) return;
        activation.World.Schedule.After((long)_next.TotalMilliseconds, () => FallDue(arming));
    }

    private void FallDue(int arming)
    {
        if (arming != _arming || activation.HasEnded) return;
        (_isTicking, _next) = (true, _period);
        activation.World.Steps++;
        activation.Accept(new Simulation.Turn(callback, Ended));
    }

    private void Ended(Task tick)
    {
        _isTicking = false;
        Arm();
    }
}
