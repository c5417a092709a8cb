using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>One living grain: its mailbox, its turns, its timers, its end.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Its end disposes what it holds.")]
internal sealed partial class Activation(Engine engine, GrainAddress address) : IGrainContext
{
    [ThreadStatic]
    private static Activation? t_constructing;

    private readonly Lock _gate = new();
    private readonly TurnScheduler _turns = new();
    private readonly Mailbox _mailbox = new(address.Class.IsReentrant);
    private readonly List<IDisposable> _timers = [];
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GrainLife? _life;
    private Phase _phase = Phase.Activating;
    private DeactivationReason? _reason;
    private long _lastUse = engine.Clock.GetTimestamp();

    private enum Phase
    {
        Activating,
        Active,
        Deactivating,
        Ended,
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? Constructing
    {
        get => t_constructing;
        set => t_constructing = value;
    }

    public GrainAddress Address => address;

    public object? GrainInstance => _life?.Grain;

    public IServiceProvider ActivationServices => _life!.Services;

    public Task Deactivated => _deactivated.Task;

    /// <summary>Puts in what an earlier activation left behind; before anyone else knows of this one.</summary>
    public void Inherit(IEnumerable<Message> messages)
    {
        foreach (var message in messages) _mailbox.Accept(message);
    }

    public void Begin() => Start(static self => self.ActivateAsync());

    /// <summary>Takes a message, or says no because the activation has ended and another has to take it.</summary>
    public bool TryAccept(Message message)
    {
        lock (_gate)
        {
            if (_phase == Phase.Ended) return false;
            if (!message.IsLimited || _mailbox.Count < engine.Options.MailboxLimit)
            {
                if (_mailbox.Accept(message)) Start(message);
                return true;
            }
        }

        message.Refuse(new LimitExceededException($"{address} has {engine.Options.MailboxLimit} calls waiting."));
        return true;
    }

    public IGrainTimer StartTimer<TState>(Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer<TState>(engine, this, callback, state, options);
        bool isAlive;
        lock (_gate)
        {
            isAlive = _phase <= Phase.Active;
            if (isAlive) _timers.Add(timer);
        }

        if (isAlive) timer.Change(options.DueTime, options.Period);
        else timer.Dispose();
        return timer;
    }

    public void Forget(IDisposable timer)
    {
        lock (_gate) _timers.Remove(timer);
    }

    public void DeactivateIfIdle(TimeSpan age)
    {
        lock (_gate)
        {
            if (_phase == Phase.Active && _mailbox.Count == 0 && engine.Clock.GetElapsedTime(_lastUse) >= age)
                BeginDeactivation(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"No call for {age}."));
        }
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate) BeginDeactivation(deactivationReason);
    }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => address.ToString();

    private void Start(Func<Activation, Task> turn) => _turns.Start(state => _ = turn(this), null);

    private void Start(Message message) => _turns.Start(
        static state =>
        {
            var (self, message) = ((Activation, Message))state!;
            _ = self.RunAsync(message);
        },
        (this, message));

    private async Task RunAsync(Message message)
    {
        await message.RunAsync(_life!.Grain!);
        // Ended before the caller hears of it, so that what the caller does next finds the grain at rest.
        End(message);
        message.Conclude();
    }

    private void End(Message message)
    {
        lock (_gate)
        {
            if (message.KeepsAlive) _lastUse = engine.Clock.GetTimestamp();
            if (_mailbox.End(message) is { } next) Start(next);
            EndWhenQuiet();
        }
    }

    private async Task ActivateAsync()
    {
        try
        {
            _life = new GrainLife(engine.Services.CreateAsyncScope());
            await _life.BeginAsync(this, engine.Clock, engine.Options.ResponseTimeout);
        }
        catch (Exception failure)
        {
            Log.NotActivated(engine.Logger, failure, address);
            await EndAsync(failure);
            return;
        }

        lock (_gate)
        {
            _lastUse = engine.Clock.GetTimestamp();
            _phase = _reason is null ? Phase.Active : Phase.Deactivating;
            if (_phase == Phase.Active) Array.ForEach(_mailbox.Open(), Start);
            EndWhenQuiet();
        }
    }

    private void BeginDeactivation(DeactivationReason reason)
    {
        if (_reason is not null) return;
        _reason = reason;
        // An activation that has not come to life yet does so first.
        if (_phase == Phase.Activating) return;
        _phase = Phase.Deactivating;
        _mailbox.Close();
        EndWhenQuiet();
    }

    private void EndWhenQuiet()
    {
        if (_phase == Phase.Deactivating && _mailbox.Running == 0) Start(static self => self.DeactivateAsync());
    }

    private async Task DeactivateAsync()
    {
        StopTimers();
        try
        {
            await _life!.EndAsync(_reason!.Value, engine.Clock, engine.Options.DeactivationTimeout);
        }
        catch (Exception failure)
        {
            Log.DeactivationFailed(engine.Logger, failure, address);
        }

        await EndAsync(null);
    }

    private async Task EndAsync(Exception? failure)
    {
        StopTimers();
        await DisposeLifeAsync();
        Message[] left;
        lock (_gate)
        {
            _phase = Phase.Ended;
            // A tick belongs to this activation: handed on, it would wake the grain that has just gone to rest.
            left = [.. _mailbox.TakeAll().Where(static message => message is Call)];
            // Inside the lock: a call that finds this activation ended finds its successor too, behind those that waited here.
            if (engine.Catalog.Replace(this, failure is null ? left : [])) left = failure is null ? [] : left;
        }

        Array.ForEach(left, message => message.Refuse(failure ?? Engine.Unavailable()));
        _deactivated.SetResult();
    }

    private async Task DisposeLifeAsync()
    {
        try
        {
            if (_life is not null) await _life.DisposeAsync();
        }
        catch (Exception failure)
        {
            Log.DeactivationFailed(engine.Logger, failure, address);
        }
    }

    private void StopTimers()
    {
        IDisposable[] timers;
        lock (_gate) timers = [.. _timers];
        Array.ForEach(timers, static timer => timer.Dispose());
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Grain} could not be activated.")]
        public static partial void NotActivated(ILogger logger, Exception failure, GrainAddress grain);

        [LoggerMessage(LogLevel.Warning, "{Grain} failed while it was deactivated.")]
        public static partial void DeactivationFailed(ILogger logger, Exception failure, GrainAddress grain);
    }
}
