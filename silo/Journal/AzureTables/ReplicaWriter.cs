using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// The one writer of this process: it takes what waits, has it appended to the log and to the replica, and only then answers. While the table cannot
/// be used, groups are refused and each next one tries again; when log and replica do not belong together any more, or the file of the replica
/// fails, it stops for good.
/// </summary>
internal sealed partial class ReplicaWriter : IAsyncDisposable
{
    private const int DiskFull = 13;

    private readonly WriterQueue _queue;
    private readonly LogAppender _log;
    private readonly Replica _replica;
    private readonly WindowVersions _versions;
    private readonly JournalOptions _options;
    private readonly GroupAnswers _answers;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly JournalMetrics? _metrics;
    private readonly ITimer _follow;
    private readonly Task _writing;
    private Task? _look;
    private volatile Exception? _fault;
    private volatile Exception? _trouble;
    private volatile bool _isFull;

    public ReplicaWriter(LogStart start, JournalOptions options, ITouches touches, TimeProvider clock, ILogger logger, JournalMetrics? metrics)
    {
        (_replica, _options, _clock, _logger, _metrics) = (start.Replica, options, clock, logger, metrics);
        _versions = new WindowVersions(_replica.Versions);
        _log = new LogAppender(start, Changed);
        _queue = new WriterQueue(options.QueueLimit, options.QueueBytes);
        _answers = new GroupAnswers(_queue, touches, metrics, logger);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _follow = clock.CreateTimer(static state => ((ReplicaWriter)state!).LookFromTimeToTime(), this, options.FollowEvery, options.FollowEvery);
    }

    /// <summary>Why nothing is acknowledged any more; null while all is well.</summary>
    public Exception? Fault => _fault;

    /// <summary>Why the last append or look failed; null while all is well.</summary>
    public Exception? Trouble => _trouble;

    /// <summary>The disk of the replica was full at the last commit.</summary>
    public bool IsFull => _isFull;

    /// <summary>What the replica holds; with what is acknowledged, at least.</summary>
    public WindowVersions Versions => _versions;

    /// <summary>Ends when the writer has stopped, for whatever reason.</summary>
    public Task Completion => _writing;

    /// <summary>Events and estimated bytes that wait for a commit.</summary>
    public (int Events, long Bytes) Waiting => _queue.Waiting;

    public Task<ImmutableArray<Verdict>> Enqueue(PendingBatch batch)
    {
        if (_fault is { } fault) throw HasStopped(fault);
        _queue.Add(batch);
        return batch.Answer;
    }

    /// <summary>Applies what others have appended until now. A batch of nothing asks for it, so that the writer's thread alone touches the replica.</summary>
    public Task Look() => Enqueue(new PendingBatch());

    public async ValueTask DisposeAsync()
    {
        await _follow.DisposeAsync();
        _queue.Close();
        await _writing;
        _replica.Dispose();
    }

    // A look that still waits will see what this one would.
    private void LookFromTimeToTime()
    {
        if (_look is { IsCompleted: false }) return;
        try
        {
            _look = Look();
        }
        catch (JournalUnavailableException)
        {
            // The queue is full, so a commit looks soon; or it is closed.
        }
    }

    private void Write()
    {
        // A thread of its own waits here, so blocking it costs no request anything.
        while (_queue.Take(_options.CommitLimit) is [_, ..] group)
        {
            if (!TryCommit(group) || !TryWriteBack()) return;
        }
    }

    private bool TryCommit(List<PendingBatch> group)
    {
        try
        {
            Commit(group);
            return true;
        }
        catch (JournalUnavailableException fault) when (RollBack())
        {
            if (!fault.IsBusy) BeInTrouble(fault);
            _answers.Refuse(group, fault);
            return true;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == DiskFull && RollBack())
        {
            // The entry may be in the log already; then it is applied once there is room.
            if (!_isFull) Log.DiskFull(_logger, fault);
            _isFull = true;
            _answers.Refuse(group, new JournalUnavailableException("The disk of the journal's replica is full; nothing of the request was acknowledged.", fault));
            return true;
        }
        catch (Exception fault) when (fault is not JournalStoreException && JournalTransaction.IsDefect(fault) && RollBack())
        {
            // It shows before anything is in the log: one batch that is too large, or that the program cannot count, must not take its neighbours along.
            if (group.Count > 1) return TryCommitEach(group);
            if (fault is EntryTooLargeException) _answers.Refuse(group, TooLarge(group[0], fault));
            else _answers.RefuseAsDefect(group[0], fault);
            return true;
        }
        catch (Exception fault)
        {
            Stop(group, fault);
            return false;
        }
    }

    // The answers have gone.
    private bool TryWriteBack()
    {
        // A full disk is no place to begin writing.
        if (_isFull) return true;
        try
        {
            var began = _clock.GetTimestamp();
            if (_replica.WriteBackWhenDue()) _metrics?.WrittenBack(_clock.GetElapsedTime(began));
            return true;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == DiskFull)
        {
            Log.LogGrows(_logger, fault);
            return true;
        }
        catch (Exception fault)
        {
            Stop([], fault);
            return false;
        }
    }

    private bool TryCommitEach(List<PendingBatch> group)
    {
        var stopped = group.FindIndex(batch => !TryCommit([batch]));
        if (stopped < 0) return true;
        // They have left the queue, so that nobody else would ever answer those who come after.
        _answers.Refuse(group.Skip(stopped + 1), HasStopped(_fault!));
        return false;
    }

    private void Commit(List<PendingBatch> group)
    {
        var looks = group.Count(static batch => batch.Count == 0);
        if (looks > 0)
        {
            _log.CatchUp();
            BeWell();
        }

        if (looks == group.Count)
        {
            _answers.Acknowledge(group, group.Select(static _ => ImmutableArray<Verdict>.Empty));
            return;
        }

        using var activity = JournalMetrics.BeginCommit(group);
        var began = _clock.GetTimestamp();
        var judged = _log.Append(group, _clock);
        _versions.Committed(judged.Touched);
        // Before anybody is answered: who hears that his events are stored shall not read that they cannot be.
        if (!judged.Touched.IsEmpty) BeWell();
        if (_isFull) Log.HasRoom(_logger);
        _isFull = false;
        _answers.Acknowledge(group, judged.Verdicts);
        _answers.Contradicted(judged.Conflicts, judged.FirstConflict);
        _metrics?.Committed(group.Sum(static batch => batch.Count), _clock.GetElapsedTime(began));
        _answers.Touch(judged.Touched);
    }

    private void Changed(ImmutableArray<WindowChange> touched)
    {
        _versions.Committed(touched);
        _answers.Touch(touched);
    }

    // An entry is there whole or not at all, and so is a request.
    private static JournalUnavailableException TooLarge(PendingBatch batch, Exception fault) => new($"The request is too large for the journal: {fault.Message} Send its {batch.Count} items in several requests.", fault);

    private bool RollBack()
    {
        _log.RollBack();
        return true;
    }

    private void BeInTrouble(JournalUnavailableException fault)
    {
        if (_trouble is null) Log.Unavailable(_logger, fault);
        _trouble = fault;
    }

    private void BeWell()
    {
        if (_trouble is not null) Log.Available(_logger);
        _trouble = null;
    }

    private static JournalUnavailableException HasStopped(Exception fault) => new($"The journal has stopped: {fault.Message}", fault);

    private void Stop(List<PendingBatch> group, Exception fault)
    {
        _fault = fault;
        Log.Stopped(_logger, fault);
        var reason = HasStopped(fault);
        _answers.Refuse(group, reason);
        _answers.Close(reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The journal's table takes nothing: requests are refused until it does.")]
        public static partial void Unavailable(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "The journal's table takes events again.")]
        public static partial void Available(ILogger logger);

        [LoggerMessage(LogLevel.Error, "The disk of the journal's replica is full: events are refused until there is room.")]
        public static partial void DiskFull(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "The disk of the journal's replica has room again: events are accepted.")]
        public static partial void HasRoom(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "The replica's own log could not be written back into its file, because the disk is full; nothing is lost, and the log grows.")]
        public static partial void LogGrows(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Critical, "The journal stopped after a fault: nothing is acknowledged any more.")]
        public static partial void Stopped(ILogger logger, Exception fault);
    }
}
