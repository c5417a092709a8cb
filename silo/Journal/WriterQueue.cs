using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// What waits for the writer, bounded in events and in bytes: nothing ever waits in front of it. A batch counts until it is answered.
/// Backfill may fill a quarter, so that it cannot shut out what happens now.
/// </summary>
internal sealed class WriterQueue(int mostEvents, long mostBytes)
{
    private const int LiveForEachBackfill = 4;
    private const int BackfillShare = 4;

    private readonly object _gate = new();
    private readonly Queue<PendingBatch> _live = [];
    private readonly Queue<PendingBatch> _backfill = [];
    private int _events;
    private long _bytes;
    private int _backfillEvents;
    private int _liveInARow;
    private bool _isClosed;

    /// <summary>Events and estimated bytes of all batches that are not answered yet.</summary>
    public (int Events, long Bytes) Waiting
    {
        get
        {
            lock (_gate) return (_events, _bytes);
        }
    }

    /// <exception cref="JournalUnavailableException">There is no room, or the queue is closed; the batch was not taken.</exception>
    public void Add(PendingBatch batch)
    {
        lock (_gate)
        {
            if (_isClosed) throw new JournalUnavailableException("The journal is closing; send the same again later.");
            if (!HasRoomFor(batch)) throw new JournalUnavailableException("The journal's queue is full; send the same again later.") { IsBusy = true };
            Count(batch, 1);
            LaneOf(batch).Enqueue(batch);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until there is a batch and takes what has come, up to so many events; empty once the queue is closed and drained.</summary>
    public List<PendingBatch> Take(int mostEventsAtOnce)
    {
        lock (_gate)
        {
            while (_live.Count + _backfill.Count == 0 && !_isClosed) Monitor.Wait(_gate);
            var group = new List<PendingBatch>();
            for (var events = 0; events < mostEventsAtOnce && Next() is { } batch; events += batch.Count) group.Add(batch);
            return group;
        }
    }

    /// <summary>The batch has its answer: its place is free.</summary>
    public void Release(PendingBatch batch)
    {
        lock (_gate) Count(batch, -1);
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }

    // A batch that finds nothing of its lane before it is taken even where a quarter would be too little for it alone.
    private bool HasRoomFor(PendingBatch batch) =>
        _events + batch.Count <= mostEvents
        && _bytes + batch.Bytes <= mostBytes
        && (batch.Lane == Lane.Live || _backfillEvents == 0 || _backfillEvents + batch.Count <= mostEvents / BackfillShare);

    private PendingBatch? Next()
    {
        var isBackfillsTurn = _live.Count == 0 || (_backfill.Count > 0 && _liveInARow >= LiveForEachBackfill);
        _liveInARow = isBackfillsTurn ? 0 : _liveInARow + 1;
        return (isBackfillsTurn ? _backfill : _live).TryDequeue(out var batch) ? batch : null;
    }

    private Queue<PendingBatch> LaneOf(PendingBatch batch) => batch.Lane == Lane.Live ? _live : _backfill;

    private void Count(PendingBatch batch, int sign)
    {
        _events += sign * batch.Count;
        _bytes += sign * batch.Bytes;
        if (batch.Lane == Lane.Backfill) _backfillEvents += sign * batch.Count;
    }
}
