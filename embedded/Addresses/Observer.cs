using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>
/// An object outside the grains that they can call, one call at a time. It is held weakly: when it is gone, or deleted, calls are dropped,
/// and one that wants an answer ends when its time is up.
/// </summary>
internal sealed partial class Observer(Engine engine, Type seenAs, IGrainObserver target) : IAddress
{
    private readonly WeakReference<IGrainObserver> _target = new(target);
    private readonly Queue<Call> _waiting = new(1);
    private bool _isRunning;
    private volatile bool _isDeleted;

    public void Delete() => _isDeleted = true;

    public void Deliver(Call call)
    {
        var isFull = false;
        lock (_waiting)
        {
            if (_waiting.Count < engine.Options.MailboxLimit) _waiting.Enqueue(call);
            else isFull = true;
            if (!_isRunning) ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.RunAsync(), this, preferLocal: false);
            _isRunning = true;
        }

        if (isFull) call.Refuse(new LimitExceededException($"{this} has {engine.Options.MailboxLimit} calls waiting."));
    }

    public override string ToString() => $"observer {seenAs.Name}";

    private async Task RunAsync()
    {
        while (Next() is { } call)
        {
            if (await TryRunAsync(call)) call.Conclude();
            else Log.Lost(engine.Logger, call);
        }
    }

    // Takes hold of the object for one call only, so that those behind it do not keep it alive.
    private async Task<bool> TryRunAsync(Call call)
    {
        if (_isDeleted || !_target.TryGetTarget(out var target)) return false;
        await call.RunAsync(target);
        return true;
    }

    private Call? Next()
    {
        lock (_waiting)
        {
            if (_waiting.TryDequeue(out var call)) return call;
            _isRunning = false;
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Call} was dropped: nobody holds the observer any more, or its reference was deleted.")]
        public static partial void Lost(ILogger logger, Call call);
    }
}
