using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The journal in one SQLite file: one connection writes, all others open it read-only.</summary>
public sealed partial class SqliteJournal : IJournalStore
{
    private readonly string _file;
    private readonly LogWriter? _writer;
    private readonly ConcurrentBag<WindowReader> _idleReaders = [];

    private readonly CountingTerms _terms;

    private SqliteJournal(string file, CountingTerms terms, LogWriter? writer) => (_file, _terms, _writer) = (file, terms, writer);

    public Task Completion => _writer?.Completion ?? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);

    public Exception? Fault => _writer?.Fault;

    public string? Trouble => _writer switch
    {
        { Fault: { } fault } => $"The journal has stopped: {fault.Message}",
        { IsFull: true } => "The disk of the journal is full: events are refused until there is room. Delete the file 'ballast' in the data directory, or make room otherwise.",
        _ => null,
    };

    /// <summary>Opens the journal of a data directory that this process holds.</summary>
    /// <exception cref="DataDirectoryException">The file is newer than the program, damaged, or not writable.</exception>
    /// <param name="terms">Where the cells were counted under others, they are counted anew first.</param>
    /// <param name="metrics">Is told of each commit; null: nobody is.</param>
    public static SqliteJournal Open(
        DataDirectory directory, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger<SqliteJournal> logger, JournalMetrics? metrics = null)
    {
        var connection = OpenWriter(directory, connection => Prepare(connection, terms, logger));
        metrics?.Times.Begin(ReadStatements.Versions(connection, null));
        Log.Opened(logger, directory.JournalFile, Schema.Version, connection.ServerVersion);
        return new SqliteJournal(directory.JournalFile, terms, new LogWriter(connection, terms, options, touches, clock, logger, metrics));
    }

    /// <summary>Reads a journal, also one that a running server holds.</summary>
    /// <exception cref="DataDirectoryException">There is no journal, or another program wrote it.</exception>
    public static SqliteJournal OpenToRead(string directory, CountingTerms terms)
    {
        SQLitePCL.Batteries_V2.Init();
        var file = DataDirectory.JournalFileIn(directory);
        if (!File.Exists(file)) throw new DataDirectoryException($"There is no journal in {directory} (looked for {file}).");
        var journal = new SqliteJournal(file, terms, null);
        try
        {
            using var connection = journal.OpenReader();
            Schema.RefuseOther(connection);
        }
        catch (SqliteException fault)
        {
            throw new DataDirectoryException($"{file} cannot be read: {fault.Message}", fault);
        }

        return journal;
    }

    /// <summary>Throws away what follows from the events and counts it anew, because a person said so.</summary>
    /// <returns>The number of events read.</returns>
    /// <exception cref="DataDirectoryException">There is no journal, or it is damaged.</exception>
    public static long CountAnew(DataDirectory directory, CountingTerms terms, IProgress<long> progress)
    {
        if (!File.Exists(directory.JournalFile)) throw new DataDirectoryException($"There is no journal in {directory.Path}.");
        using var connection = Connect(directory);
        try
        {
            connection.Open();
            PrepareTables(connection);
            return Rebuild.Run(connection, terms, progress);
        }
        catch (SqliteException fault)
        {
            throw DataDirectoryException.Of(directory.JournalFile, fault);
        }
    }

    /// <summary>When the newest event of a directory's journal happened, in unix milliseconds; 0 without any.</summary>
    public static long NewestEventMs(string directory)
    {
        if (!File.Exists(DataDirectory.JournalFileIn(directory))) return 0;
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteJournal(DataDirectory.JournalFileIn(directory), CountingTerms.Default, null).OpenReader();
        return (long)(connection.Scalar("SELECT COALESCE(MAX(last_event_ms), 0) FROM windows") ?? 0L);
    }

    public bool IsFull => _writer?.IsFull ?? false;

    public (long Journal, long Log) Sizes => (LengthOf(_file), LengthOf(_file + "-wal"));

    public (int Events, long Bytes) Waiting => _writer?.Waiting ?? default;

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => Append(events, Lane.Live, cancellation);

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, Lane lane, CancellationToken cancellation)
    {
        if (_writer is null) throw new InvalidOperationException("This journal was opened to read.");
        return events.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : _writer.Append([.. events.Select(PendingEvent.Of)], lane);
    }

    public Task<ImmutableArray<Verdict>> DeclareMilestones(IReadOnlyList<Milestone> milestones, CancellationToken cancellation = default)
    {
        if (_writer is null) throw new InvalidOperationException("This journal was opened to read.");
        return milestones.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : _writer.Declare([.. milestones]);
    }

    public Task<ImmutableArray<DeclaredMilestone>> ReadMilestones(UnitPath? scope, CancellationToken cancellation = default)
    {
        using var connection = OpenReader();
        return Task.FromResult(MilestoneStatements.Read(connection, scope));
    }

    public Task<ImmutableArray<Verdict>> AppendTasks(IReadOnlyList<TaskEvent> events, CancellationToken cancellation = default)
    {
        if (_writer is null) throw new InvalidOperationException("This journal was opened to read.");
        return events.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : _writer.Tell([.. events.Select(static act => PendingTask.Of(act))]);
    }

    public async Task<Verdict> AppendTask(TaskEvent act, long version, CancellationToken cancellation = default)
    {
        if (_writer is null) throw new InvalidOperationException("This journal was opened to read.");
        return (await _writer.Tell([PendingTask.Of(act, version)]))[0];
    }

    public Task<ImmutableArray<TaskRecord>> ReadTask(TaskId task, CancellationToken cancellation = default)
    {
        using var connection = OpenReader();
        return Task.FromResult(TaskStatements.Read(connection, task));
    }

    public Task<ImmutableArray<CountedTask>> CountTasks(CancellationToken cancellation = default)
    {
        using var connection = OpenReader();
        return Task.FromResult(TaskStatements.Counts(connection));
    }

    public Task<ImmutableArray<TaskRecord>> ReadTasks(UnitPath? province, CancellationToken cancellation = default)
    {
        using var connection = OpenReader();
        return Task.FromResult(TaskStatements.Read(connection, province));
    }

    public Task<ImmutableArray<OriginatedTask>> ReadOrigins(UnitPath? province, CancellationToken cancellation = default)
    {
        using var connection = OpenReader();
        return Task.FromResult(TaskStatements.Origins(connection, province));
    }

    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default)
    {
        if (scope.Kind == UnitKind.Window) return Task.FromResult<ImmutableArray<WindowRecord>>(ReadWindow(scope, day) is { } window ? [window] : []);
        using var transaction = new ReadTransaction(OpenReader());
        var connection = transaction.Connection;
        var open = ReadOpen(connection, scope);
        var items = ReadStatements.Items(connection, scope, day);
        using var command = connection.Prepared(
            $"""
            SELECT path, windows.version, last_event_ms, cells.version IS NOT NULL, {ReadStatements.CellColumns}
            FROM windows LEFT JOIN cells ON cells.window_id = windows.window_id AND business_day = $5
            WHERE {ReadStatements.InScope} ORDER BY path
            """).ForScope(scope);
        command.Bind(5, day.Number);
        using var reader = command.ExecuteReader();
        var windows = ImmutableArray.CreateBuilder<WindowRecord>();
        while (reader.Read())
        {
            var path = UnitPath.Parse(reader.GetString(0));
            var tally = reader.GetBoolean(3) ? ReadStatements.TallyAt(reader, 4) : Tally.Zero;
            windows.Add(new WindowRecord(path, reader.GetInt64(1), reader.GetInt64(2), tally, items.GetValueOrDefault(path), [.. open[path]]));
        }

        return Task.FromResult(windows.ToImmutable());
    }

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default)
    {
        if (_writer is not null) return Task.FromResult(_writer.Versions.Of(scope));
        using var connection = OpenReader();
        return Task.FromResult(ReadStatements.Versions(connection, scope));
    }

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default)
    {
        using var transaction = new ReadTransaction(OpenReader());
        return Task.FromResult(new SpanReader(transaction.Connection, scope, first, last).Sum(cancellation));
    }

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default)
    {
        using var transaction = new ReadTransaction(OpenReader());
        return Task.FromResult(new SpanReader(transaction.Connection, scope, first, last).Days(cancellation));
    }

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default)
    {
        using var transaction = new ReadTransaction(OpenReader());
        return Task.FromResult(new SpanReader(transaction.Connection, scope, first, last).Revisions());
    }

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                using var transaction = new ReadTransaction(OpenReader());
                return new EventsBehind(new StoredEvents(transaction.Connection), _terms, question).Read(cancellation);
            },
            cancellation);

    public async Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default)
    {
        if (_writer is null) throw new InvalidOperationException("This journal was opened to read.");
        return (await _writer.Decide(decision))[0];
    }

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                using var transaction = new ReadTransaction(OpenToRecount());
                return new Recount(transaction.Connection, _terms, scope, day, progress).Run(cancellation);
            },
            cancellation);

    /// <summary>Looks through the whole file (<c>quick_check</c>).</summary>
    /// <exception cref="DataDirectoryException">It is damaged.</exception>
    public void LookThrough()
    {
        using var connection = OpenReader();
        if ((string)connection.Scalar("PRAGMA quick_check(1)")! is not "ok" and var finding) throw DataDirectoryException.Damaged(_file, finding);
    }

    public IRecountRound BeginRecount() => new RecountRound(OpenToRecount(), _terms);

    public Task<ImmutableArray<WindowRecord>> CountAt(IReadOnlyList<WindowVersion> versions, BusinessDay day, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                using var transaction = new ReadTransaction(OpenToRecount());
                return new RecountAt(transaction.Connection, _terms, day).Run(versions, cancellation);
            },
            cancellation);

    public async Task Record(BoardToken token, long keepFromMs)
    {
        if (_writer is null) throw new InvalidOperationException("This journal was opened to read.");
        await _writer.Record(token, keepFromMs);
    }

    public Task<TokenMark?> FindToken(UnitPath scope, long atMs, CancellationToken cancellation = default)
    {
        using var connection = OpenReader();
        return Task.FromResult(TokenStatements.Find(connection, scope, atMs));
    }

    public Task<IReplay> OpenReplay(UnitPath scope, BusinessDay day, long mostEvents, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Task.Run<IReplay>(
            () =>
            {
                using var transaction = new ReadTransaction(OpenReader());
                using var rows = new ReplayRows(transaction.Connection, isOwn: false);
                return new ReplayReader(rows, _terms, scope, day, mostEvents).Read(() => new ReplayRows(OpenReader(), isOwn: true), progress, cancellation);
            },
            cancellation);

    public Task<ImmutableArray<SourceRecord>> ReadSources(CancellationToken cancellation = default)
    {
        using var transaction = new ReadTransaction(OpenReader());
        return Task.FromResult(new SourceReader(transaction.Connection).Sources());
    }

    public Task<SourceGaps?> ReadGaps(string source, int mostRanges, CancellationToken cancellation = default)
    {
        using var transaction = new ReadTransaction(OpenReader());
        return Task.FromResult(new SourceReader(transaction.Connection).Gaps(source, mostRanges));
    }

    /// <summary>The writer's connection, not opened yet.</summary>
    internal static SqliteConnection Connect(DataDirectory directory)
    {
        SQLitePCL.Batteries_V2.Init();
        return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = directory.JournalFile, Pooling = false }.ToString());
    }

    /// <summary>Opens the one connection that writes, and makes the file where there is none.</summary>
    /// <exception cref="DataDirectoryException">The file is newer than the program, damaged, or not writable.</exception>
    internal static SqliteConnection OpenWriter(DataDirectory directory, Action<SqliteConnection> prepare)
    {
        var connection = Connect(directory);
        try
        {
            // Its log takes over the rights of the file.
            OwnersOnly.CreateIfMissing(directory.JournalFile);
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw new DataDirectoryException($"{directory.JournalFile} cannot be written: {fault.Message}", fault);
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw DataDirectoryException.Of(directory.JournalFile, fault);
        }
        catch (DataDirectoryException)
        {
            connection.Dispose();
            throw;
        }
    }

    internal static SqliteConnection OpenReader(string file, bool isPooled)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = isPooled }.ToString());
        connection.Open();
        SqliteCommands.BePatient(connection);
        return connection;
    }

    /// <summary>Sets what durability rests on, and brings tables and cells up to date.</summary>
    internal static void Prepare(SqliteConnection writer, CountingTerms terms, ILogger logger)
    {
        PrepareTables(writer);
        if (Rebuild.IsDue(writer, terms)) CountAnew(writer, terms, logger);
    }

    /// <summary>Sets what durability rests on, and brings the tables up to date.</summary>
    internal static void PrepareTables(SqliteConnection writer)
    {
        WriterSettings.Apply(writer);
        Schema.Prepare(writer);
        WriterSettings.Assert(writer);
    }

    public async ValueTask DisposeAsync()
    {
        while (_idleReaders.TryTake(out var reader)) reader.Dispose();
        if (_writer is not null) await _writer.DisposeAsync();
    }

    private WindowRecord? ReadWindow(UnitPath window, BusinessDay day)
    {
        var reader = _idleReaders.TryTake(out var idle) ? idle : new WindowReader(OpenReader());
        try
        {
            var record = reader.Read(window, day);
            _idleReaders.Add(reader);
            return record;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static ILookup<UnitPath, OpenSubject> ReadOpen(SqliteConnection connection, UnitPath scope)
    {
        using var command = connection.Prepared(
            $"""
            SELECT path, {ReadStatements.OpenColumns} FROM windows JOIN open_subjects USING (window_id)
            WHERE {ReadStatements.InScope}
            """).ForScope(scope);
        using var reader = command.ExecuteReader();
        var open = new List<(UnitPath Window, OpenSubject Subject)>();
        while (reader.Read()) open.Add((UnitPath.Parse(reader.GetString(0)), ReadStatements.OpenAt(reader, 1)));
        return open.ToLookup(static pair => pair.Window, static pair => pair.Subject);
    }

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;

    private static void CountAnew(SqliteConnection writer, CountingTerms terms, ILogger logger)
    {
        var events = Rebuild.Run(writer, terms, new CountingProgress(logger));
        if (events > 0) Log.CountedAnew(logger, events, terms.Fingerprint);
    }

    private SqliteConnection OpenReader() => OpenReader(_file, isPooled: true);

    // Not pooled, so that the temporary tables of a recount go with it; they stay in memory, since nothing is written beside the journal.
    private SqliteConnection OpenToRecount()
    {
        var connection = OpenReader(_file, isPooled: false);
        connection.Run("PRAGMA temp_store = MEMORY");
        return connection;
    }

    private sealed class CountingProgress(ILogger logger) : IProgress<long>
    {
        private const int Every = 100_000;

        public void Report(long value)
        {
            if (value % Every == 0) Log.CountingAnew(logger, value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Journal {File} opened: schema {Schema}, SQLite {Version}.")]
        public static partial void Opened(ILogger logger, string file, int schema, string version);

        [LoggerMessage(LogLevel.Information, "Counting anew, because the program or the terms of counting have changed: {Events} events so far.")]
        public static partial void CountingAnew(ILogger logger, long events);

        [LoggerMessage(LogLevel.Information, "All {Events} events were counted anew under the terms {Terms}.")]
        public static partial void CountedAnew(ILogger logger, long events, string terms);
    }
}
