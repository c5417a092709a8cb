using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// What the log says up to one of its entries, as a journal in a file: entries are applied one after the other, each in one transaction that
/// also notes its sequence. It holds nothing of its own but recorded frames, so it may be thrown away at any time. Used by one thread.
/// </summary>
internal sealed class Replica : IDisposable
{
    private const string LogNote = "log";
    private const string SequenceNote = "log_sequence";
    private const string TermsNote = "log_terms";

    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly Statement _note;
    private readonly Statement _lastRevision;
    private readonly WriteBack _writeBack;
    private JournalTransaction? _transaction;

    /// <exception cref="DataDirectoryException">The file is newer than the program, damaged, or not writable.</exception>
    /// <exception cref="JournalStoreException">It is the replica of another log.</exception>
    public Replica(DataDirectory directory, LogHead head, int writeBackPages)
    {
        _file = directory.JournalFile;
        _connection = SqliteJournal.OpenWriter(directory, SqliteJournal.PrepareTables);
        _note = _connection.Prepared("INSERT OR REPLACE INTO meta (name, value) VALUES ($1, $2)");
        _lastRevision = _connection.Prepared("SELECT COALESCE(MAX(revision_id), 0) FROM revisions");
        _writeBack = new WriteBack(_connection, writeBackPages);
        Sequence = SequenceIn(_connection) ?? 0;
        if (Noted(LogNote) is not { } log) Note(LogNote, $"{head.Log}");
        else if (log != $"{head.Log}") throw OfAnother();
        if (Noted(TermsNote) is not { } noted) return;
        Terms = (CountingTerms)LogFormat.Read(Convert.FromBase64String(noted));
        _transaction = new JournalTransaction(_connection, Terms);
    }

    /// <summary>That of the last entry that was applied; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Under which what comes next is counted; null before the first entry.</summary>
    public CountingTerms? Terms { get; private set; }

    public ImmutableArray<WindowVersion> Versions => ReadStatements.Versions(_connection, null);

    /// <summary>Null for a file that is no replica.</summary>
    public static long? SequenceIn(SqliteConnection connection) =>
        connection.Scalar($"SELECT value FROM meta WHERE name = '{SequenceNote}'") is string text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Applies what was appended since, up to the head.</summary>
    /// <param name="applied">Told each entry with the windows that it changed, once it is durable here.</param>
    /// <exception cref="JournalUnavailableException">The table cannot be reached; what was applied stays.</exception>
    /// <exception cref="JournalStoreException">The log ends before the replica does, cannot be read, or gives other figures here than where it was written.</exception>
    public void Follow(LogTable log, LogHead head, Action<LogEntry, ImmutableArray<WindowChange>>? applied = null)
    {
        if (head.Sequence < Sequence)
        {
            throw new JournalStoreException(
                $"{log.Place} ends at entry {head.Sequence}, and {_file} holds up to {Sequence}: the table was put back to an older state, or lost what it had acknowledged. "
                + "Nothing was changed. Put the table back to a newer state; or else delete the folder, which gives up what the table has lost, and let the sources send again (docs/operations.md, \"Azure tables\").");
        }

        if (head.Sequence == Sequence) return;
        foreach (var entry in log.Read(Sequence, head.Sequence))
        {
            var touched = Apply(log, entry);
            applied?.Invoke(entry, touched);
            WriteBackWhenDue();
        }
    }

    /// <summary>Writes the file's own log back when it has grown.</summary>
    /// <returns>Whether it was due.</returns>
    public bool WriteBackWhenDue() => _writeBack.RunWhenDue();

    /// <summary>Begins a transaction and judges the group in it.</summary>
    /// <param name="nowMs">In unix milliseconds.</param>
    public Judged Judge(IReadOnlyList<PendingBatch> group, long nowMs)
    {
        _connection.Run("BEGIN IMMEDIATE");
        return _transaction!.Judge(group, nowMs);
    }

    /// <summary>What the group that was judged must come out as, wherever it is applied; null when there is nothing in it that another replica has to know.</summary>
    public LoggedGroup? Logged(IReadOnlyList<PendingBatch> group, Judged judged, long nowMs)
    {
        var (batches, verdicts) = NewlyTold.Of(group, judged.Verdicts);
        return batches.IsEmpty ? null : new LoggedGroup(CountingTerms.RulesVersion, nowMs, Outcome.Of(verdicts, judged.Touched, (long)_lastRevision.ExecuteScalar()!), batches);
    }

    /// <param name="sequence">Of the entry that the group has become; null when it has become none.</param>
    public void Commit(long? sequence = null)
    {
        if (sequence is { } entry) Note(SequenceNote, entry.ToString(CultureInfo.InvariantCulture));
        _connection.Run("COMMIT");
        Sequence = sequence ?? Sequence;
    }

    /// <summary>Undoes what was judged; nothing happens where nothing was.</summary>
    public void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) _connection.Run("ROLLBACK");
        _transaction?.Forget();
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        _note.Dispose();
        _lastRevision.Dispose();
        _connection.Dispose();
    }

    private ImmutableArray<WindowChange> Apply(LogTable log, LogEntry entry)
    {
        try
        {
            var content = LogFormat.Read(entry.Content);
            if (content is LoggedGroup group) return Apply(log, entry, group);
            Apply(entry, (CountingTerms)content);
            return [];
        }
        catch (Exception fault) when (fault is not JournalStoreException && JournalTransaction.IsDefect(fault))
        {
            RollBack();
            throw new JournalStoreException($"{log.Place}, entry {entry.Sequence}: {fault.Message}. It cannot be applied to {_file}, and nothing after it.", fault);
        }
    }

    private ImmutableArray<WindowChange> Apply(LogTable log, LogEntry entry, LoggedGroup group)
    {
        var judged = Judge(group.Batches, group.ReceivedMs);
        var outcome = Outcome.Of(judged.Verdicts.SelectMany(static verdicts => verdicts), judged.Touched, (long)_lastRevision.ExecuteScalar()!);
        // Other rules of counting make other figures until the terms that follow count everything anew.
        if (group.Rules == CountingTerms.RulesVersion && !outcome.AsSpan().SequenceEqual(group.Outcome))
        {
            RollBack();
            throw new JournalStoreException(
                $"{log.Place}, entry {entry.Sequence}: it gives other figures in {_file} than where it was written. Nothing was changed. "
                + "'opsboard recount' compares the file with the log; 'opsboard recount --anew' makes it anew (docs/operations.md, \"Azure tables\").");
        }

        Commit(entry.Sequence);
        return judged.Touched;
    }

    // Cut short between the two it is done once more, and comes to the same.
    private void Apply(LogEntry entry, CountingTerms terms)
    {
        Rebuild.Run(_connection, terms, null);
        _transaction?.Dispose();
        (Terms, _transaction) = (terms, new JournalTransaction(_connection, terms));
        _connection.Run("BEGIN IMMEDIATE");
        Note(TermsNote, Convert.ToBase64String(entry.Content));
        Commit(entry.Sequence);
    }

    private JournalStoreException OfAnother()
    {
        Dispose();
        return new JournalStoreException($"{_file} belongs to another log than the one in the table: name another data directory, or another table (Journal:AzureTableName).");
    }

    private string? Noted(string name) => (string?)_connection.Scalar($"SELECT value FROM meta WHERE name = '{name}'");

    private void Note(string name, string value) => _note.With(name, value).ExecuteNonQuery();
}
