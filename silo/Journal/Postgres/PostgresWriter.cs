using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// The one writer of this process: it takes what waits, commits it in one transaction, and only then answers. Whatever goes wrong with the
/// database, the group is refused, the connection is given up and the next group tries a new one. Where a commit got no answer, nobody knows
/// what became of it: it is refused too, and sending the same again is safe.
/// </summary>
internal sealed partial class PostgresWriter : IAsyncDisposable
{
    private readonly WriterQueue _queue;
    private readonly NpgsqlDataSource _source;
    private readonly CountingTerms _terms;
    private readonly JournalOptions _options;
    private readonly GroupAnswers _answers;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly JournalMetrics? _metrics;
    private readonly TokenRows _tokens = new();
    private readonly Task _writing;
    private NpgsqlConnection? _connection;
    private BusinessDay _prunedOn = new(0);
    private volatile Exception? _trouble;

    public PostgresWriter(NpgsqlDataSource source, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger logger, JournalMetrics? metrics)
    {
        (_source, _terms, _options, _clock, _logger, _metrics) = (source, terms, options, clock, logger, metrics);
        _queue = new WriterQueue(options.QueueLimit, options.QueueBytes);
        _answers = new GroupAnswers(_queue, touches, metrics, logger);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What the last commit failed of; null while all is well.</summary>
    public Exception? Trouble => _trouble;

    /// <summary>Ends when the writer was closed.</summary>
    public Task Completion => _writing;

    /// <summary>Events and estimated bytes that wait for a commit.</summary>
    public (int Events, long Bytes) Waiting => _queue.Waiting;

    public Task<ImmutableArray<Verdict>> Enqueue(PendingBatch batch)
    {
        _queue.Add(batch);
        return batch.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _writing;
        GiveUpConnection();
    }

    private void Write()
    {
        // A thread of its own waits here, so blocking it costs no request anything.
        while (_queue.Take(_options.CommitLimit) is [_, ..] group) TryCommit(group);
    }

    private void TryCommit(List<PendingBatch> group)
    {
        try
        {
            Commit(group);
        }
        catch (Exception fault) when (IsDefect(fault))
        {
            // The database is well, the program is not: one batch that cannot be counted must not take its neighbours along.
            Forget();
            if (group.Count > 1)
            {
                foreach (var batch in group) TryCommit([batch]);
                return;
            }

            _answers.RefuseAsDefect(group[0], fault);
        }
        catch (Exception fault)
        {
            Forget();
            GiveUpConnection();
            if (_trouble is null) Log.Unavailable(_logger, fault);
            _trouble = fault;
            _answers.Refuse(group, new JournalUnavailableException($"The journal's database takes nothing at present; nothing of the request was acknowledged: {fault.Message}", fault));
        }
    }

    private void Commit(List<PendingBatch> group)
    {
        using var activity = JournalMetrics.BeginCommit(group);
        var began = _clock.GetTimestamp();
        using var transaction = Begin();
        var connection = transaction.Connection!;
        var notes = ReadNotes(connection);
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (rows, ledger) = (new TransactionRows(connection, _terms, PrunedOnceADay(connection, notes, now)), new LedgerRows(connection));
        rows.Prepare([.. group.SelectMany(static batch => batch.Events)]);
        var writer = new EventWriter(rows, ledger, _terms, now);
        var verdicts = group.ConvertAll(batch => ImmutableArray.CreateRange(batch.Events, pending => writer.Store(pending))
            .AddRange(batch.Milestones.Select(milestone => MilestoneRows.Store(connection, milestone, now)))
            .AddRange(batch.Decisions.Select(writer.Decide))
            .AddRange(batch.Tokens.Select(pending => _tokens.Store(connection, pending.Token, pending.KeepFromMs)))
            .AddRange(batch.Tasks.Select(pending => TaskRows.Store(connection, pending, now))));
        var touched = writer.Finish();
        rows.Flush();
        ledger.Flush();
        transaction.Commit();
        if (_trouble is not null) Log.Available(_logger);
        _trouble = null;
        _answers.Acknowledge(group, verdicts);
        _answers.Contradicted(writer.Ledger.Conflicts, writer.Ledger.FirstConflict);
        _metrics?.Committed(group.Sum(static batch => batch.Count), _clock.GetElapsedTime(began));
        _answers.Touch(touched);
    }

    private NpgsqlTransaction Begin()
    {
        var isHeld = _connection is not null;
        try
        {
            return Begin(Connected());
        }
        catch (NpgsqlException fault) when (isHeld && fault is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
        {
            // The connection was held since the group before, and the database may have been started anew since: nothing was sent yet.
            GiveUpConnection();
            return Begin(Connected());
        }
    }

    private static NpgsqlTransaction Begin(NpgsqlConnection connection)
    {
        var transaction = connection.BeginTransaction();
        WritersLock.Take(connection);
        return transaction;
    }

    private NpgsqlConnection Connected()
    {
        if (_connection is { } held) return held;
        var connection = _source.OpenConnection();
        try
        {
            WritersLock.Prepare(connection);
            return _connection = connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Another process may have been started since with a newer program, or with other terms: then this one's figures would not be those of the journal.
    private Dictionary<string, string> ReadNotes(NpgsqlConnection connection)
    {
        var notes = connection.Rows("SELECT name, value FROM meta", [], static row => (Name: row.GetString(0), Value: row.GetString(1))).ToDictionary(static note => note.Name, static note => note.Value, StringComparer.Ordinal);
        if (notes.GetValueOrDefault(Notes.Schema) != Schema.Version.ToString(CultureInfo.InvariantCulture) || notes.GetValueOrDefault(Notes.CountedUnder) != _terms.Fingerprint)
            throw new JournalUnavailableException("Another server has brought the journal under other terms of counting, or another schema: start this one again with the same calendar.json, counting.json and program.");
        return notes;
    }

    private long PrunedOnceADay(NpgsqlConnection connection, Dictionary<string, string> notes, long nowMs)
    {
        var keptFromMs = notes.TryGetValue(Notes.OpenKeptFrom, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : 0;
        var today = BusinessDay.Of(nowMs);
        if (today <= _prunedOn) return keptFromMs;
        keptFromMs = KeptSubjects.KeptFromMs(today, _terms.SealAfterDays, (long?)connection.Scalar("SELECT at_ms FROM board_tokens ORDER BY token_id LIMIT 1"), keptFromMs);
        connection.Run($"DELETE FROM open_subjects WHERE {KeptSubjects.OfOneDay} AND since_ms < $1", keptFromMs);
        Notes.Write(connection, Notes.OpenKeptFrom, keptFromMs.ToString(CultureInfo.InvariantCulture));
        _prunedOn = today;
        return keptFromMs;
    }

    // What a statement says of the values it was given, and whatever is no word of the database.
    private bool IsDefect(Exception fault) => fault switch
    {
        PostgresException { SqlState: ['2', '2' or '3', ..] } => true,
        NpgsqlException or JournalUnavailableException or TimeoutException or IOException => false,
        _ => _connection is { FullState: ConnectionState.Open },
    };

    // What was noted in memory of a transaction that is gone.
    private void Forget()
    {
        _tokens.Forget();
        _prunedOn = new(0);
    }

    private void GiveUpConnection()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The journal's database takes nothing: requests are refused until it does.")]
        public static partial void Unavailable(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "The journal's database takes events again.")]
        public static partial void Available(ILogger logger);
    }
}
