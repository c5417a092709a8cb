using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Simulation;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>
/// One living grain of the simulation. As in the engines it does one turn at a time, a call that waits included, and the ticks of its
/// timers are turns; but all activations share one thread and virtual time.
/// </summary>
internal sealed class Activation(World world, Node node, Machine machine) : IGrainContext, IServiceProvider, IGrainFactory
{
    [ThreadStatic]
    private static Activation? t_constructing;

    private readonly Queue<Turn> _waiting = new(2);
    private bool _isBusy = true;

    public static Activation? Constructing => t_constructing;

    public GrainAddress Address => node.Address;

    public Node Node => node;

    public Machine Machine => machine;

    public World World => world;

    public bool HasEnded { get; private set; }

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => this;

    public Task Deactivated => throw new NotSupportedException();

    public bool IsIdle => !_isBusy && _waiting.Count == 0;

    /// <summary>What it was told when it asked the journal for its windows, newest last.</summary>
    public List<ImmutableArray<WindowRecord>> Loads { get; } = [];

    /// <summary>The highest version that it has said.</summary>
    public long SaidVersion { get; set; }

    public void Begin(Func<Activation, Grain> construct)
    {
        t_constructing = this;
        var grain = construct(this);
        t_constructing = null;
        GrainInstance = grain;
        Start(new Turn(() => grain.OnActivateAsync(CancellationToken.None), activating => world.Activated(this, activating)));
    }

    /// <summary>Does the turn as soon as its turn comes; what a dead activation is asked for never happens.</summary>
    public void Accept(Turn turn)
    {
        if (HasEnded) return;
        if (machine.PausedUntilMs > world.Schedule.NowMs) world.Schedule.At(machine.PausedUntilMs, () => Accept(turn));
        else if (_isBusy) _waiting.Enqueue(turn);
        else Start(turn);
    }

    /// <summary>Goes on with a turn that waited for something from outside.</summary>
    public void Resume(Action goOn)
    {
        if (HasEnded) return;
        if (machine.PausedUntilMs > world.Schedule.NowMs)
        {
            world.Schedule.At(machine.PausedUntilMs, () => Resume(goOn));
            return;
        }

        world.Speaker = this;
        goOn();
    }

    /// <summary>Dies as a process does: nothing that waits is answered, and no hook runs.</summary>
    public void End()
    {
        HasEnded = true;
        _waiting.Clear();
        machine.Running.Remove(this);
        node.Stale.Remove(this);
        if (node.Current == this) node.Current = null;
    }

    public IGrainTimer StartTimer<TState>(Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        var timer = new SimulatedTimer(this, () => callback(state, CancellationToken.None));
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public object? GetService(Type serviceType) => serviceType == typeof(IGrainFactory) ? this : null;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => (TGrainInterface)(object)new Reference(world, world.NodeOf(primaryKey), this);

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    private void Start(Turn turn)
    {
        _isBusy = true;
        world.Speaker = this;
        Task running;
        try
        {
            running = turn.Run();
        }
        catch (Exception fault) when (fault is not ViolationException)
        {
            running = Task.FromException(fault);
        }

        if (running.IsCompleted) Ended(turn, running);
        else _ = running.ContinueWith(ended => Ended(turn, ended), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Ended(Turn turn, Task ended)
    {
        if (HasEnded) return;
        if (ended.Exception?.InnerException is ViolationException violation) world.Violated ??= violation;
        _isBusy = false;
        turn.Ended?.Invoke(ended);
        if (!HasEnded && !_isBusy && _waiting.TryDequeue(out var next)) Start(next);
    }
}
