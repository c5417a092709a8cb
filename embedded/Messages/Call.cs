using Microsoft.Extensions.Logging;

namespace OpsBoard.Embedded;

/// <summary>One call of a method, with arguments that are the callee's own.</summary>
internal abstract partial class Call(Engine engine, IAddress to, GrainMethod method, object?[] arguments) : Message
{
    private Exception? _failure;

    /// <summary>Place in the line of <see cref="Deadlines"/>, which alone reads and writes these three.</summary>
    public LinkedListNode<Call>? Waiting { get; set; }

    public long Due { get; set; }

    public override bool Interleaves => method.AlwaysInterleaves;

    public override bool KeepsAlive => true;

    public override bool IsLimited => true;

    protected abstract bool IsAnswered { get; }

    public override async Task RunAsync(object target)
    {
        // Whoever sent it has given up.
        if (IsAnswered) return;

        try
        {
            var running = method.Invoke(target, arguments);
            await running;
            TakeResult(running);
        }
        catch (Exception failure)
        {
            _failure = failure;
        }
    }

    public override void Conclude()
    {
        if (_failure is not null) Refuse(_failure);
        else if (!method.IsOneWay) Settle();
    }

    public override void Refuse(Exception reason)
    {
        if (method.IsOneWay) Log.OneWayFailed(engine.Logger, reason, this);
        else Settle(reason);
    }

    public void TimeOut(TimeSpan after) =>
        Fail(new TimeoutException($"{method.FullName} of {to} did not answer within {after}."));

    public override string ToString() => $"{method.FullName} of {to}";

    protected abstract void TakeResult(Task finished);

    protected abstract void Succeed();

    protected abstract void Fail(Exception reason);

    private void Settle(Exception? failure = null)
    {
        engine.Deadlines.Remove(this);
        if (failure is null) Succeed();
        else Fail(failure);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Call} failed, and its sender does not learn of it.")]
        public static partial void OneWayFailed(ILogger logger, Exception failure, Call call);
    }
}
