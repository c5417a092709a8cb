namespace OpsBoard.Embedded;

/// <summary>Runs the turns of one activation on the thread pool, one at a time and in the order in which they became due.</summary>
internal sealed class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    // After so many turns other activations get the thread.
    private const int TurnsInARow = 64;

    private readonly Queue<Task> _turns = new(1);
    private bool _scheduled;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Starts a turn that inherits nothing from whoever asks for it: across a network nothing would be inherited either.</summary>
    public void Start(Action<object?> turn, object? state)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            new Task(turn, state).Start(this);
            return;
        }

        using (ExecutionContext.SuppressFlow()) new Task(turn, state).Start(this);
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var turn = 0; turn < TurnsInARow; turn++)
        {
            Task next;
            lock (_turns)
            {
                if (!_turns.TryDequeue(out next!))
                {
                    _scheduled = false;
                    return;
                }
            }

            TryExecuteTask(next);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (_turns)
        {
            _turns.Enqueue(task);
            if (_scheduled) return;
            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    // Only from inside a turn of this activation: from anywhere else it would be a second turn at the same time.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_turns) return [.. _turns];
    }
}
