using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// The journal in a database of PostgreSQL, which several processes may write to and read from at once. When the database cannot be reached,
/// nothing is acknowledged and reads fail with a <see cref="JournalUnavailableException"/>, until it can be reached again: nothing has to be restarted.
/// </summary>
public sealed partial class PostgresJournal : IJournalStore
{
    private const int MostPrepared = 100;

    private readonly NpgsqlDataSource _source;
    private readonly CountingTerms _terms;
    private readonly PostgresWriter? _writer;

    private PostgresJournal(NpgsqlDataSource source, CountingTerms terms, PostgresWriter? writer) => (_source, _terms, _writer) = (source, terms, writer);

    public Task Completion => _writer?.Completion ?? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);

    /// <summary>Always null: it never stops by itself.</summary>
    public Exception? Fault => null;

    public string? Trouble => _writer?.Trouble switch
    {
        null => null,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of the journal's database is full: events are refused until there is room.",
        var fault => $"The journal's database takes nothing at present: {fault.Message}",
    };

    public bool IsFull => _writer?.Trouble is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    /// <summary>The log belongs to the whole database server, so it is not counted here. 0 while the database cannot be reached.</summary>
    public (long Journal, long Log) Sizes
    {
        get
        {
            try
            {
                using var connection = _source.OpenConnection();
                return ((long)connection.Scalar("SELECT pg_database_size(current_database())")!, 0);
            }
            catch (NpgsqlException)
            {
                return default;
            }
        }
    }

    public (int Events, long Bytes) Waiting => _writer?.Waiting ?? default;

    /// <summary>Opens the journal for a process that writes to it; makes its tables where there are none.</summary>
    /// <param name="database">A connection string of Npgsql.</param>
    /// <param name="terms">Where the cells were counted under others, they are counted anew first.</param>
    /// <param name="metrics">Is told of each commit; null: nobody is.</param>
    /// <exception cref="JournalStoreException">The database cannot be reached, or another program wrote it.</exception>
    public static PostgresJournal Open(
        string database, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger<PostgresJournal> logger, JournalMetrics? metrics = null)
    {
        Opened(database, connection =>
        {
            Prepare(connection, terms, logger);
            metrics?.Times.Begin(ReadStatements.Versions(connection, null));
            return true;
        });
        var source = NpgsqlDataSource.Create(SettingsOf(database));
        return new PostgresJournal(source, terms, new PostgresWriter(source, terms, options, touches, clock, logger, metrics));
    }

    /// <summary>
    /// What a journal must stand before a server shows its numbers: tables and cells are brought up to date, and the open days are recounted
    /// from their events. What does not stand it is refused and never repaired.
    /// </summary>
    /// <exception cref="JournalStoreException">The database cannot be reached, another program wrote it, or its numbers are not those of its events.</exception>
    public static void Check(string database, CountingTerms terms, TimeProvider clock, StartProgress progress, ILogger logger, CancellationToken cancellation)
    {
        progress.Step = "The tables are being brought up to date.";
        var place = Opened(database, connection =>
        {
            Prepare(connection, terms, logger);
            return Place.Of(connection);
        });
        var today = BusinessDay.Of(clock.GetUtcNow());
        using var source = NpgsqlDataSource.Create(SettingsOf(database));
        var recount = new OpenDaysRecount(() => new OpenDaysRows(source.OpenConnection()), terms, new BusinessDay(today.Number - terms.SealAfterDays), today.Next);
        var result = Reading(place, () => recount.Run((done, windows) => progress.Step = $"The open days are being recounted: {done} of {windows} windows.", cancellation));
        if (!result.Equal) throw Wrong(place, result);
        Log.Recounted(logger, result.Cells, result.Events);
    }

    /// <summary>Reads a journal, also one that servers write to.</summary>
    /// <exception cref="JournalStoreException">The database cannot be reached, or holds no journal of this program.</exception>
    public static PostgresJournal OpenToRead(string database, CountingTerms terms)
    {
        Opened(database, static connection =>
        {
            Schema.RefuseOther(connection);
            return true;
        });
        return new PostgresJournal(NpgsqlDataSource.Create(SettingsOf(database)), terms, null);
    }

    /// <summary>Throws away what follows from the events and counts it anew, because a person said so. Servers that write wait meanwhile, and refuse what they cannot hold.</summary>
    /// <returns>The number of events read.</returns>
    /// <exception cref="JournalStoreException">The database cannot be reached, or holds no journal of this program.</exception>
    public static long CountAnew(string database, CountingTerms terms, IProgress<long> progress) => Opened(database, connection =>
    {
        Schema.RefuseOther(connection);
        using var transaction = connection.BeginTransaction();
        WritersLock.Take(connection);
        var events = Rebuild.Run(connection, terms, progress);
        transaction.Commit();
        return events;
    });

    /// <summary>When the newest event of a journal happened, in unix milliseconds; 0 without any.</summary>
    /// <exception cref="JournalStoreException">The database cannot be reached.</exception>
    public static long NewestEventMs(string database) => Opened(database, static connection =>
        (bool)connection.Scalar("SELECT to_regclass('windows') IS NOT NULL")! ? (long)connection.Scalar("SELECT COALESCE(MAX(last_event_ms), 0) FROM windows")! : 0);

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => Append(events, Lane.Live, cancellation);

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, Lane lane, CancellationToken cancellation) =>
        events.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : Writer.Enqueue(new PendingBatch { Events = [.. events.Select(PendingEvent.Of)], Lane = lane });

    public Task<ImmutableArray<Verdict>> DeclareMilestones(IReadOnlyList<Milestone> milestones, CancellationToken cancellation = default) =>
        milestones.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : Writer.Enqueue(new PendingBatch { Milestones = [.. milestones] });

    public Task<ImmutableArray<Verdict>> AppendTasks(IReadOnlyList<TaskEvent> events, CancellationToken cancellation = default) =>
        events.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : Writer.Enqueue(new PendingBatch { Tasks = [.. events.Select(static act => PendingTask.Of(act))] });

    public async Task<Verdict> AppendTask(TaskEvent act, long version, CancellationToken cancellation = default) => (await Writer.Enqueue(new PendingBatch { Tasks = [PendingTask.Of(act, version)] }))[0];

    public Task<ImmutableArray<TaskRecord>> ReadTask(TaskId task, CancellationToken cancellation = default) => Read(connection => TaskRows.Read(connection, task), cancellation);

    public Task<ImmutableArray<CountedTask>> CountTasks(CancellationToken cancellation = default) => Read(TaskRows.Counts, cancellation);

    public Task<ImmutableArray<TaskRecord>> ReadTasks(UnitPath? province, CancellationToken cancellation = default) => Read(connection => TaskRows.Read(connection, province), cancellation);

    public Task<ImmutableArray<OriginatedTask>> ReadOrigins(UnitPath? province, CancellationToken cancellation = default) => Read(connection => TaskRows.Origins(connection, province), cancellation);

    public async Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default) => (await Writer.Enqueue(new PendingBatch { Decisions = [decision] }))[0];

    public Task Record(BoardToken token, long keepFromMs) => Writer.Enqueue(new PendingBatch { Tokens = [new PendingToken(token, keepFromMs)] });

    public Task<ImmutableArray<DeclaredMilestone>> ReadMilestones(UnitPath? scope, CancellationToken cancellation = default) =>
        Read(connection => MilestoneRows.Read(connection, scope), cancellation);

    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default) =>
        Read(connection => WindowRows.Read(connection, scope, day), cancellation);

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default) =>
        Read(connection => ReadStatements.Versions(connection, scope), cancellation);

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) =>
        Read(connection => new SpanReader(connection, scope, first, last).Sum(cancellation), cancellation);

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) =>
        Read(connection => new SpanReader(connection, scope, first, last).Days(cancellation), cancellation);

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) =>
        Read(connection => new SpanReader(connection, scope, first, last).Revisions(), cancellation);

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) =>
        Read(connection => new EventsBehind(new StoredEvents(connection), _terms, question).Read(cancellation), cancellation);

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Read(connection => new CopiedRecount(connection, _terms).Run(scope, day, progress, cancellation), cancellation);

    public Task<ImmutableArray<WindowRecord>> CountAt(IReadOnlyList<WindowVersion> versions, BusinessDay day, CancellationToken cancellation = default) =>
        Read(connection => new CopiedRecount(connection, _terms).CountAt(versions, day, cancellation), cancellation);

    public IRecountRound BeginRecount() => new CopiedRecountRound(ReadTransaction.Begin(_source, static transaction => new StoredEvents(transaction).Windows(null)), _source, _terms);

    public Task<TokenMark?> FindToken(UnitPath scope, long atMs, CancellationToken cancellation = default) => Read(connection => TokenRows.Find(connection, scope, atMs), cancellation);

    public Task<IReplay> OpenReplay(UnitPath scope, BusinessDay day, long mostEvents, IProgress<double>? progress = null, CancellationToken cancellation = default) => Read<IReplay>(
        connection => new ReplayReader(new ReplayRows(connection, isOwn: false), _terms, scope, day, mostEvents).Read(() => new ReplayRows(OpenConnection(), isOwn: true), progress, cancellation),
        cancellation);

    public Task<ImmutableArray<SourceRecord>> ReadSources(CancellationToken cancellation = default) => Read(static connection => new SourceReader(connection).Sources(), cancellation);

    public Task<SourceGaps?> ReadGaps(string source, int mostRanges, CancellationToken cancellation = default) => Read(connection => new SourceReader(connection).Gaps(source, mostRanges), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
        await _source.DisposeAsync();
    }

    private PostgresWriter Writer => _writer ?? throw new InvalidOperationException("This journal was opened to read.");

    // What reads blocks, so it has a thread of its own meanwhile: the same readers serve the journal in a file.
    private Task<T> Read<T>(Func<NpgsqlConnection, T> read, CancellationToken cancellation) => Task.Run(() => ReadTransaction.Begin(_source, read), cancellation);

    private NpgsqlConnection OpenConnection()
    {
        try
        {
            return _source.OpenConnection();
        }
        catch (NpgsqlException fault)
        {
            throw ReadTransaction.Unavailable(fault);
        }
    }

    private static NpgsqlConnectionStringBuilder SettingsOf(string database) =>
        Read(database) ?? throw new JournalStoreException("Journal:Postgres is no connection string, such as Host=db1;Database=opsboard;Username=opsboard.");

    // What the library says of a string that it cannot read may repeat it, and a password may stand in it: so that is not passed on.
    private static NpgsqlConnectionStringBuilder? Read(string database)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(database) { ApplicationName = "opsboard", MaxAutoPrepare = MostPrepared, AutoPrepareMinUsages = 2 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return null;
        }
    }

    // What is done before a journal is open may take long: others are waited for, and everything may be counted anew.
    private static T Opened<T>(string database, Func<NpgsqlConnection, T> use)
    {
        var settings = SettingsOf(database);
        settings.Pooling = false;
        settings.CommandTimeout = 0;
        using var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            connection.Open();
            return use(connection);
        }
        catch (NpgsqlException fault)
        {
            throw new JournalStoreException($"{Place.Of(connection)} cannot be used: {fault.Message}", fault);
        }
    }

    private static T Reading<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NpgsqlException fault)
        {
            throw new JournalStoreException($"{place} cannot be used: {fault.Message}", fault);
        }
    }

    private static void Prepare(NpgsqlConnection connection, CountingTerms terms, ILogger logger)
    {
        if ((string)connection.Scalar("SHOW server_encoding")! is not "UTF8" and var encoding)
            throw new JournalStoreException($"{Place.Of(connection)} is encoded in {encoding}: create it with ENCODING 'UTF8'.");
        using var transaction = connection.BeginTransaction();
        WritersLock.Take(connection);
        Schema.Prepare(connection);
        var events = Rebuild.IsDue(connection, terms) ? Rebuild.Run(connection, terms, null) : 0;
        transaction.Commit();
        if (events > 0) Log.CountedAnew(logger, events, terms.Fingerprint);
        if ((string)connection.Scalar("SHOW fsync")! != "on") Log.NotDurable(logger, Place.Of(connection));
        Log.Opened(logger, Place.Of(connection), Schema.Version, connection.PostgreSqlVersion);
    }

    private static JournalStoreException Wrong(string place, RecountResult result)
    {
        var first = result.Differences[0];
        return new JournalStoreException(
            $"{place}: {result.Differences.Length} figures of the open days are not what their events say; the first is {first.Window} {first.Figure}, stored {first.Stored}, recounted {first.Recounted}. "
            + "Nothing was changed. 'opsboard recount' names them all; 'opsboard recount --anew' counts them from the events, which are the truth (docs/operations.md).");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The open days were recounted: {Cells} cells from {Events} events are right.")]
        public static partial void Recounted(ILogger logger, long cells, long events);

        [LoggerMessage(LogLevel.Information, "{Place} was opened: schema {Schema}, version {Version}.")]
        public static partial void Opened(ILogger logger, string place, int schema, Version version);

        [LoggerMessage(LogLevel.Warning, "{Place} runs with fsync off: what is acknowledged may be lost when its machine fails.")]
        public static partial void NotDurable(ILogger logger, string place);

        [LoggerMessage(LogLevel.Information, "All {Events} events were counted anew under the terms {Terms}.")]
        public static partial void CountedAnew(ILogger logger, long events, string terms);
    }
}
