using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Planting;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// The one writer: it takes what waits, commits it in one transaction, and only then answers. It alone writes and checkpoints, which
/// also keeps clear of the WAL-reset fault of SQLite before 3.51.3 (two connections writing or checkpointing at once).
/// </summary>
internal sealed partial class LogWriter : IAsyncDisposable
{
    // SQLITE_FULL: the disk is full. Nothing was written, reads go on, and the next commit may find room again.
    private const int DiskFull = 13;

    private readonly WriterQueue _queue;
    private readonly WindowVersions _versions;
    private readonly SqliteConnection _connection;
    private readonly JournalTransaction _transaction;
    private readonly WriteBack _writeBack;
    private readonly JournalOptions _options;
    private readonly GroupAnswers _answers;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly JournalMetrics? _metrics;
    private readonly Task _writing;
    private volatile Exception? _fault;
    private volatile bool _isFull;

    public LogWriter(SqliteConnection connection, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger logger, JournalMetrics? metrics)
    {
        (_connection, _options, _clock, _logger, _metrics) = (connection, options, clock, logger, metrics);
        _versions = new WindowVersions(ReadStatements.Versions(connection, null));
        _queue = new WriterQueue(options.QueueLimit, options.QueueBytes);
        _answers = new GroupAnswers(_queue, touches, metrics, logger);
        _transaction = new JournalTransaction(connection, terms);
        _writeBack = new WriteBack(connection, options.WriteBackPages);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Why nothing is acknowledged any more; null while all is well.</summary>
    public Exception? Fault => _fault;

    /// <summary>The disk was full at the last commit: events are refused, reads go on, and the next commit may find room again.</summary>
    public bool IsFull => _isFull;

    /// <summary>What the last commit left; with what is acknowledged, at least.</summary>
    public WindowVersions Versions => _versions;

    /// <summary>Ends when the writer has stopped, for whatever reason.</summary>
    public Task Completion => _writing;

    /// <summary>Events and estimated bytes that wait for a commit.</summary>
    public (int Events, long Bytes) Waiting => _queue.Waiting;

    public Task<ImmutableArray<Verdict>> Append(ImmutableArray<PendingEvent> events, Lane lane) => Enqueue(new PendingBatch { Events = events, Lane = lane });

    public Task<ImmutableArray<Verdict>> Declare(ImmutableArray<Milestone> milestones) => Enqueue(new PendingBatch { Milestones = milestones });

    public Task<ImmutableArray<Verdict>> Decide(Decision decision) => Enqueue(new PendingBatch { Decisions = [decision] });

    public Task<ImmutableArray<Verdict>> Record(BoardToken token, long keepFromMs) => Enqueue(new PendingBatch { Tokens = [new PendingToken(token, keepFromMs)] });

    public Task<ImmutableArray<Verdict>> Tell(ImmutableArray<PendingTask> acts) => Enqueue(new PendingBatch { Tasks = acts });

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _writing;
        _transaction.Dispose();
        await _connection.DisposeAsync();
    }

    private Task<ImmutableArray<Verdict>> Enqueue(PendingBatch batch)
    {
        if (_fault is { } fault) throw HasStopped(fault);
        _queue.Add(batch);
        return batch.Answer;
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
        catch (SqliteException fault) when (fault.SqliteErrorCode == DiskFull && RollBack())
        {
            _transaction.Forget();
            if (!_isFull) Log.DiskFull(_logger, fault);
            _isFull = true;
            _answers.Refuse(group, new JournalUnavailableException("The disk of the journal is full; nothing of the request was stored.", fault));
            return true;
        }
        catch (Exception fault) when (JournalTransaction.IsDefect(fault) && RollBack())
        {
            // The disk is well, the program is not: one batch that cannot be counted must neither take its neighbours along nor end the process
            // each time it is sent again.
            _transaction.Forget();
            if (group.Count > 1) return TryCommitEach(group);
            _answers.RefuseAsDefect(group[0], fault);
            return true;
        }
        catch (Exception fault)
        {
            // After a failed write or sync nobody knows what the disk holds: stop acknowledging, never try again.
            Stop(group, fault);
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

    // The answers have gone: what is acknowledged is in the log, and stays there until all of it is in the database too.
    private bool TryWriteBack()
    {
        // Nothing was added, and a full disk is no place to begin writing.
        if (_isFull) return true;
        try
        {
            var began = _clock.GetTimestamp();
            if (_writeBack.RunWhenDue()) _metrics?.WrittenBack(_clock.GetElapsedTime(began));
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

    private void Commit(List<PendingBatch> group)
    {
        using var activity = JournalMetrics.BeginCommit(group);
        var began = _clock.GetTimestamp();
        _connection.Run("BEGIN IMMEDIATE");
        if (Planted.Has(Bug.AnswerBeforeCommit)) group.ForEach(static batch => batch.Acknowledge([.. batch.Events.Select(static _ => Verdict.Accepted)]));
        var judged = _transaction.Judge(group, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        _connection.Run("COMMIT");
        _versions.Committed(judged.Touched);
        // Before anybody is answered: who hears that his events are stored shall not read that there is no room.
        if (_isFull) Log.HasRoom(_logger);
        _isFull = false;
        _answers.Acknowledge(group, judged.Verdicts);
        _answers.Contradicted(judged.Conflicts, judged.FirstConflict);
        _metrics?.Committed(group.Sum(static batch => batch.Count), _clock.GetElapsedTime(began));
        _answers.Touch(judged.Touched);
    }

    private static JournalUnavailableException HasStopped(Exception fault) => new($"The journal has stopped: {fault.Message}", fault);

    // Some faults have rolled the transaction back already, and then there is none to roll back.
    private bool RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) _connection.Run("ROLLBACK");
        return true;
    }

    private void Stop(List<PendingBatch> group, Exception fault)
    {
        _fault = fault;
        WriteBack.Forbid(_connection);
        Log.Stopped(_logger, fault);
        var reason = HasStopped(fault);
        _answers.Refuse(group, reason);
        _answers.Close(reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The disk of the journal is full: events are refused until there is room.")]
        public static partial void DiskFull(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "The disk of the journal has room again: events are accepted.")]
        public static partial void HasRoom(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "The journal's log could not be written back into the database, because the disk is full; nothing is lost, and the log grows.")]
        public static partial void LogGrows(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Critical, "The journal stopped after a fault: nothing is acknowledged any more, and nothing is tried again.")]
        public static partial void Stopped(ILogger logger, Exception fault);
    }
}
