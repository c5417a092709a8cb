using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// The journal in Azure Table storage, which several processes may write to at once: the truth is a log of what was told, in a table, and each process
/// follows it with a journal in a file of its own, from which it reads. While the table cannot be reached nothing is acknowledged and reads go on.
/// </summary>
public sealed partial class AzureTablesJournal : IJournalStore
{
    private readonly DataDirectory _place;
    private readonly SqliteJournal _replica;
    private readonly ReplicaWriter _writer;

    private AzureTablesJournal(DataDirectory place, SqliteJournal replica, ReplicaWriter writer) => (_place, _replica, _writer) = (place, replica, writer);

    public Task Completion => _writer.Completion;

    public Exception? Fault => _writer.Fault;

    public string? Trouble => _writer switch
    {
        { Fault: { } fault } => $"The journal has stopped: {fault.Message}",
        { IsFull: true } => "The disk of the journal's replica is full: events are refused until there is room. Delete the file 'ballast' in the data directory, or make room otherwise.",
        { Trouble: { } trouble } => trouble.Message,
        _ => null,
    };

    public bool IsFull => _writer.IsFull;

    /// <summary>Of the replica; what the table takes is told by the account.</summary>
    public (long Journal, long Log) Sizes => _replica.Sizes;

    public (int Events, long Bytes) Waiting => _writer.Waiting;

    /// <summary>Where the replica of a data directory is.</summary>
    public static string ReplicaIn(string directory) => Path.Combine(directory, "replica");

    /// <summary>Opens the journal for a process that writes to it: begins the log where there is none, and brings the replica up to its head first.</summary>
    /// <param name="directory">Held by this process; the replica is a folder in it.</param>
    /// <param name="terms">Where the log is counted under others, everything is counted anew under these from now on, by every process.</param>
    /// <param name="metrics">Is told of each commit; null: nobody is.</param>
    /// <exception cref="JournalStoreException">The table cannot be reached, or it and the replica do not belong together.</exception>
    /// <exception cref="DataDirectoryException">The replica cannot be written, or is damaged.</exception>
    public static AzureTablesJournal Open(
        DataDirectory directory, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger<AzureTablesJournal> logger, JournalMetrics? metrics = null) =>
        Open(LogTable.Of(options), directory, terms, options, touches, clock, logger, metrics);

    /// <inheritdoc cref="Open(DataDirectory, CountingTerms, JournalOptions, ITouches, TimeProvider, ILogger{AzureTablesJournal}, JournalMetrics?)"/>
    internal static AzureTablesJournal Open(
        LogTable log, DataDirectory directory, CountingTerms terms, JournalOptions options, ITouches touches, TimeProvider clock, ILogger<AzureTablesJournal> logger, JournalMetrics? metrics = null)
    {
        var place = DataDirectory.Take(ReplicaIn(directory.Path));
        try
        {
            var start = Begun(log, place, terms, options);
            metrics?.Times.Begin(start.Replica.Versions);
            Log.Opened(logger, log.Place, start.Head.Sequence, place.JournalFile);
            return new AzureTablesJournal(place, SqliteJournal.OpenToRead(place.Path, terms), new ReplicaWriter(start, options, touches, clock, logger, metrics));
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What a journal must stand before a server shows its numbers: the replica is looked through and brought up to the head of the log, and the open days are
    /// recounted from their events. A replica that is damaged is made anew, since the log has all of it; a number that is wrong is refused and never repaired.
    /// </summary>
    /// <exception cref="JournalStoreException">The table cannot be reached, it and the replica do not belong together, or numbers are not those of their events.</exception>
    public static void Check(DataDirectory directory, CountingTerms terms, JournalOptions options, TimeProvider clock, StartProgress progress, ILogger logger, CancellationToken cancellation)
    {
        using var place = DataDirectory.Take(ReplicaIn(directory.Path));
        if (options.CheckAtStart) LookThrough(place, progress, logger);
        Begun(LogTable.Of(options), place, terms, options, (done, all) => Tell(progress, done, all, cancellation)).Replica.Dispose();
        var today = BusinessDay.Of(clock.GetUtcNow());
        var result = new OpenDaysRecount(() => new OpenDaysRows(SqliteJournal.OpenReader(place.JournalFile, isPooled: false)), terms, new BusinessDay(today.Number - terms.SealAfterDays), today.Next)
            .Run((done, windows) => progress.Step = $"The open days are being recounted: {done} of {windows} windows.", cancellation);
        if (!result.Equal) throw Wrong(place.JournalFile, result);
        Log.Recounted(logger, result.Cells, result.Events);
    }

    /// <summary>Throws the replica away and makes it anew from the log, because a person said so.</summary>
    /// <returns>The number of events in it.</returns>
    /// <exception cref="JournalStoreException">The table cannot be reached.</exception>
    public static long CountAnew(DataDirectory directory, CountingTerms terms, JournalOptions options, IProgress<long> progress)
    {
        using var place = DataDirectory.Take(ReplicaIn(directory.Path));
        ThrowAway(place);
        Begun(LogTable.Of(options), place, terms, options, (done, _) => progress.Report(done)).Replica.Dispose();
        return JournalFacts.Of(place.Path).Events;
    }

    /// <summary>
    /// Makes a replica from the log, in a folder that goes again, recounts it, and holds the one of the data directory against it where there is one, also
    /// while a server goes on.
    /// </summary>
    /// <exception cref="JournalStoreException">The table cannot be reached, holds no log, or the replica is not of it.</exception>
    public static async Task<RecountResult> Recount(string directory, JournalOptions options, UnitPath? unit, BusinessDay? day, IProgress<long> progress, CancellationToken cancellation)
    {
        var log = LogTable.Of(options);
        using var fresh = DataDirectory.Take(Path.Combine(directory, "recount"));
        ThrowAway(fresh);
        try
        {
            var (terms, differences) = Reaching(log, fresh, () => MadeFresh(log, fresh, DataDirectory.JournalFileIn(ReplicaIn(directory)), options.WriteBackPages, progress, cancellation));
            await using var journal = SqliteJournal.OpenToRead(fresh.Path, terms);
            var result = await journal.Recount(unit, day, progress, cancellation);
            return result with { Differences = [.. result.Differences, .. differences.Where(difference => unit?.Contains(difference.Window) ?? true)] };
        }
        finally
        {
            ThrowAway(fresh);
        }
    }

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default) => Append(events, Lane.Live, cancellation);

    public Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, Lane lane, CancellationToken cancellation) =>
        events.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : _writer.Enqueue(new PendingBatch { Events = [.. events.Select(PendingEvent.Of)], Lane = lane });

    public Task<ImmutableArray<Verdict>> DeclareMilestones(IReadOnlyList<Milestone> milestones, CancellationToken cancellation = default) =>
        milestones.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : _writer.Enqueue(new PendingBatch { Milestones = [.. milestones] });

    public Task<ImmutableArray<Verdict>> AppendTasks(IReadOnlyList<TaskEvent> events, CancellationToken cancellation = default) =>
        events.Count == 0 ? Task.FromResult(ImmutableArray<Verdict>.Empty) : _writer.Enqueue(new PendingBatch { Tasks = [.. events.Select(static act => PendingTask.Of(act))] });

    public async Task<Verdict> AppendTask(TaskEvent act, long version, CancellationToken cancellation = default) => (await _writer.Enqueue(new PendingBatch { Tasks = [PendingTask.Of(act, version)] }))[0];

    public async Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default) => (await _writer.Enqueue(new PendingBatch { Decisions = [decision] }))[0];

    public Task Record(BoardToken token, long keepFromMs) => _writer.Enqueue(new PendingBatch { Tokens = [new PendingToken(token, keepFromMs)] });

    public Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default) => Task.FromResult(_writer.Versions.Of(scope));

    public Task<ImmutableArray<DeclaredMilestone>> ReadMilestones(UnitPath? scope, CancellationToken cancellation = default) => _replica.ReadMilestones(scope, cancellation);

    public Task<ImmutableArray<TaskRecord>> ReadTask(TaskId task, CancellationToken cancellation = default) => _replica.ReadTask(task, cancellation);

    public Task<ImmutableArray<CountedTask>> CountTasks(CancellationToken cancellation = default) => _replica.CountTasks(cancellation);

    public Task<ImmutableArray<TaskRecord>> ReadTasks(UnitPath? province, CancellationToken cancellation = default) => _replica.ReadTasks(province, cancellation);

    public Task<ImmutableArray<OriginatedTask>> ReadOrigins(UnitPath? province, CancellationToken cancellation = default) => _replica.ReadOrigins(province, cancellation);

    public Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default) => _replica.ReadWindows(scope, day, cancellation);

    public Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => _replica.Sum(scope, first, last, cancellation);

    public Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => _replica.ReadDays(scope, first, last, cancellation);

    public Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default) => _replica.ReadRevisions(scope, first, last, cancellation);

    public Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default) => _replica.ReadEvents(question, cancellation);

    public Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default) => _replica.Recount(scope, day, progress, cancellation);

    public IRecountRound BeginRecount() => _replica.BeginRecount();

    public Task<ImmutableArray<WindowRecord>> CountAt(IReadOnlyList<WindowVersion> versions, BusinessDay day, CancellationToken cancellation = default) => _replica.CountAt(versions, day, cancellation);

    public Task<TokenMark?> FindToken(UnitPath scope, long atMs, CancellationToken cancellation = default) => _replica.FindToken(scope, atMs, cancellation);

    public Task<IReplay> OpenReplay(UnitPath scope, BusinessDay day, long mostEvents, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        _replica.OpenReplay(scope, day, mostEvents, progress, cancellation);

    public Task<ImmutableArray<SourceRecord>> ReadSources(CancellationToken cancellation = default) => _replica.ReadSources(cancellation);

    public Task<SourceGaps?> ReadGaps(string source, int mostRanges, CancellationToken cancellation = default) => _replica.ReadGaps(source, mostRanges, cancellation);

    /// <summary>Applies what others have appended until now, without waiting for the next look.</summary>
    internal Task Follow() => _writer.Look();

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _replica.DisposeAsync();
        _place.Dispose();
    }

    private static (CountingTerms Terms, ImmutableArray<RecountDifference> Differences) MadeFresh(LogTable log, DataDirectory fresh, string replicaFile, int writeBackPages, IProgress<long> progress, CancellationToken cancellation)
    {
        var head = log.ReadHead() ?? throw new JournalStoreException($"{log.Place} holds no journal.");
        var differences = ImmutableArray<RecountDifference>.Empty;
        if (File.Exists(replicaFile))
        {
            using var recount = new LogRecount(log, fresh, replicaFile, writeBackPages);
            differences = recount.Run(head, Told);
        }

        using var replica = new Replica(fresh, head, writeBackPages);
        replica.Follow(log, head, (entry, _) => Told(entry));
        return (replica.Terms ?? CountingTerms.Default, differences);

        void Told(LogEntry entry)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(entry.Sequence);
        }
    }

    private static LogStart Begun(LogTable log, DataDirectory place, CountingTerms terms, JournalOptions options, Action<long, long>? told = null) =>
        Reaching(log, place, () => LogStart.Begin(log, place, terms, options.WriteBackPages, told));

    // Before it runs there is nobody to be told to come again: what cannot be reached ends the start.
    private static T Reaching<T>(LogTable log, DataDirectory place, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (JournalUnavailableException fault)
        {
            throw new JournalStoreException($"{log.Place} cannot be used: {fault.Message}", fault);
        }
        catch (SqliteException fault)
        {
            throw DataDirectoryException.Of(place.JournalFile, fault);
        }
    }

    private static void LookThrough(DataDirectory place, StartProgress progress, ILogger logger)
    {
        if (!File.Exists(place.JournalFile)) return;
        progress.Step = $"The replica is being looked through ({new FileInfo(place.JournalFile).Length >> 20} MiB).";
        try
        {
            using var connection = SqliteJournal.OpenReader(place.JournalFile, isPooled: false);
            if ((string)connection.Scalar("PRAGMA quick_check(1)")! is not "ok" and var finding) throw DataDirectoryException.Damaged(place.JournalFile, finding);
        }
        catch (Exception fault) when (fault is DataDirectoryException { IsDamage: true } || (fault is SqliteException damage && DataDirectoryException.Of(place.JournalFile, damage).IsDamage))
        {
            Log.MadeAnew(logger, place.JournalFile, fault);
            ThrowAway(place);
        }
    }

    private static void Tell(StartProgress progress, long done, long all, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (done % 100 == 0 || done == all) progress.Step = $"The replica follows the log: entry {done} of {all}.";
    }

    private static void ThrowAway(DataDirectory place)
    {
        foreach (var file in Directory.GetFiles(place.Path, Path.GetFileName(place.JournalFile) + "*")) File.Delete(file);
    }

    private static JournalStoreException Wrong(string file, RecountResult result)
    {
        var first = result.Differences[0];
        return new JournalStoreException(
            $"{file}: {result.Differences.Length} figures of the open days are not what their events say; the first is {first.Window} {first.Figure}, stored {first.Stored}, recounted {first.Recounted}. "
            + "Nothing was changed. 'opsboard recount' names them all; 'opsboard recount --anew' makes the replica anew from the log, which is the truth (docs/operations.md).");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Place} was opened: {Entries} entries, replica {File}.")]
        public static partial void Opened(ILogger logger, string place, long entries, string file);

        [LoggerMessage(LogLevel.Information, "The open days were recounted: {Cells} cells from {Events} events are right.")]
        public static partial void Recounted(ILogger logger, long cells, long events);

        [LoggerMessage(LogLevel.Warning, "{File} is damaged: it is thrown away and made anew from the log, which has all of it but the frames that this process recorded.")]
        public static partial void MadeAnew(ILogger logger, string file, Exception fault);
    }
}
