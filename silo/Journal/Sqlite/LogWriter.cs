using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// The one writer: it takes what waits, commits it in one transaction, and only then answers. It alone writes and checkpoints, which
/// also keeps clear of the WAL-reset fault of SQLite before 3.51.3 (two connections writing or checkpointing at once).
/// </summary>
internal sealed partial class LogWriter : IAsyncDisposable
{
    // SQLITE_FULL: the disk is full. Nothing was written, reads go on, and the next commit may find room again.
    private const int DiskFull = 13;

    private readonly Channel<PendingBatch> _queue = System.Threading.Channels.Channel.CreateUnbounded<PendingBatch>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly WriteStatements _statements;
    private readonly CountingTerms _terms;
    private readonly MilestoneStatements _milestones;
    private readonly JournalOptions _options;
    private readonly ITouches _touches;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Task _writing;
    private int _waiting;
    private volatile Exception? _fault;

    public LogWriter(SqliteConnection connection, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger logger)
    {
        (_connection, _terms, _options, _touches, _clock, _logger) = (connection, terms, options, touches, clock, logger);
        _statements = new WriteStatements(connection, terms);
        _milestones = new MilestoneStatements(connection);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Why nothing is acknowledged any more; null while all is well.</summary>
    public Exception? Fault => _fault;

    /// <summary>Ends when the writer has stopped, for whatever reason.</summary>
    public Task Completion => _writing;

    public Task<ImmutableArray<Verdict>> Append(ImmutableArray<PendingEvent> events) => Enqueue(new PendingBatch { Events = events });

    public Task<ImmutableArray<Verdict>> Declare(ImmutableArray<Milestone> milestones) => Enqueue(new PendingBatch { Milestones = milestones });

    public Task<ImmutableArray<Verdict>> Decide(Decision decision) => Enqueue(new PendingBatch { Decisions = [decision] });

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _statements.Dispose();
        _milestones.Dispose();
        await _connection.DisposeAsync();
    }

    private Task<ImmutableArray<Verdict>> Enqueue(PendingBatch batch)
    {
        if (_fault is { } fault) throw new JournalUnavailableException($"The journal has stopped: {fault.Message}", fault);
        if (Interlocked.Add(ref _waiting, batch.Count) > _options.QueueLimit)
        {
            Interlocked.Add(ref _waiting, -batch.Count);
            throw new JournalUnavailableException("The journal's queue is full; send the same again later.");
        }

        if (!_queue.Writer.TryWrite(batch)) throw new JournalUnavailableException("The journal is closing; send the same again later.");
        return batch.Answer;
    }

    private void Write()
    {
        // A thread of its own waits here, so blocking it costs no request anything.
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var group = TakeGroup();
            try
            {
                Commit(group);
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode == DiskFull && RollBack())
            {
                Log.DiskFull(_logger, fault);
                Refuse(group, new JournalUnavailableException("The disk of the journal is full; nothing of the request was stored.", fault));
            }
            catch (Exception fault)
            {
                // After a failed write or sync nobody knows what the disk holds: stop acknowledging, never try again.
                Stop(group, fault);
                return;
            }
        }
    }

    private List<PendingBatch> TakeGroup()
    {
        var group = new List<PendingBatch>();
        for (var events = 0; events < _options.CommitLimit && _queue.Reader.TryRead(out var batch); events += batch.Count) group.Add(batch);
        return group;
    }

    private void Commit(List<PendingBatch> group)
    {
        _connection.Run("BEGIN IMMEDIATE");
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var writer = new EventWriter(_statements, _terms, now);
        var verdicts = group.ConvertAll(batch => ImmutableArray.CreateRange(batch.Events, pending => writer.Store(pending))
            .AddRange(batch.Milestones.Select(milestone => _milestones.Store(milestone, now)))
            .AddRange(batch.Decisions.Select(writer.Decide)));
        var touched = writer.Finish();
        _connection.Run("COMMIT");
        foreach (var (batch, answer) in group.Zip(verdicts))
        {
            Interlocked.Add(ref _waiting, -batch.Count);
            batch.Acknowledge(answer);
        }

        if (!touched.IsEmpty) Touch(touched);
    }

    // The events are durable and answered: whatever happens here costs time, never a count.
    private void Touch(ImmutableArray<WindowVersion> touched)
    {
        try
        {
            _touches.Touched(touched);
        }
        catch (Exception fault)
        {
            Log.TouchLost(_logger, touched.Length, fault);
        }
    }

    // Some faults have rolled the transaction back already, and then there is none to roll back.
    private bool RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) _connection.Run("ROLLBACK");
        return true;
    }

    private void Refuse(IEnumerable<PendingBatch> group, Exception reason)
    {
        foreach (var batch in group)
        {
            Interlocked.Add(ref _waiting, -batch.Count);
            batch.Refuse(reason);
        }
    }

    private void Stop(List<PendingBatch> group, Exception fault)
    {
        _fault = fault;
        Log.Stopped(_logger, fault);
        var reason = new JournalUnavailableException($"The journal has stopped: {fault.Message}", fault);
        _queue.Writer.TryComplete();
        Refuse(group, reason);
        while (_queue.Reader.TryRead(out var batch)) Refuse([batch], reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The disk of the journal is full: events are refused until there is room.")]
        public static partial void DiskFull(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "{Windows} windows were not told that they changed; their departments will find out.")]
        public static partial void TouchLost(ILogger logger, int windows, Exception fault);

        [LoggerMessage(LogLevel.Critical, "The journal stopped after a fault: nothing is acknowledged any more.")]
        public static partial void Stopped(ILogger logger, Exception fault);
    }
}
