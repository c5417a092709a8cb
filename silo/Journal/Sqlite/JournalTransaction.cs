using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// What a transaction of the journal in a file makes of what was sent; who begins it also commits it or rolls it back. The statements are
/// parsed once, and used by the writer's thread alone.
/// </summary>
internal sealed class JournalTransaction : IDisposable
{
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    private readonly CountingTerms _terms;
    private readonly WriteStatements _statements;
    private readonly MilestoneStatements _milestones;
    private readonly TokenStatements _tokens;
    private readonly TaskStatements _tasks;
    private readonly LedgerStatements _ledger;
    private readonly OpenSubjectsPruning _pruning;

    public JournalTransaction(SqliteConnection connection, CountingTerms terms)
    {
        _terms = terms;
        _statements = new WriteStatements(connection, terms);
        _milestones = new MilestoneStatements(connection);
        _tokens = new TokenStatements(connection);
        _tasks = new TaskStatements(connection);
        _ledger = new LedgerStatements(connection);
        _pruning = new OpenSubjectsPruning(connection, _statements, terms);
    }

    /// <summary>What a statement says of the values it was given, and whatever is no word of the database: the disk is well, the program is not.</summary>
    public static bool IsDefect(Exception fault) => fault is not SqliteException { SqliteErrorCode: not (TooBig or Constraint or Mismatch) };

    /// <param name="nowMs">When it was received, in unix milliseconds.</param>
    public Judged Judge(IReadOnlyList<PendingBatch> group, long nowMs)
    {
        var writer = new EventWriter(_statements, _ledger, _terms, nowMs);
        _pruning.RunOnceADay(nowMs);
        var verdicts = group.Select(batch => ImmutableArray.CreateRange(batch.Events, pending => writer.Store(pending))
            .AddRange(batch.Milestones.Select(milestone => _milestones.Store(milestone, nowMs)))
            .AddRange(batch.Decisions.Select(writer.Decide))
            .AddRange(batch.Tokens.Select(pending => _tokens.Store(pending.Token, pending.KeepFromMs)))
            .AddRange(batch.Tasks.Select(pending => _tasks.Store(pending, nowMs)))).ToImmutableArray();
        return new Judged(verdicts, writer.Finish(), writer.Ledger.Conflicts, writer.Ledger.FirstConflict);
    }

    /// <summary>What was noted in memory of a transaction that is gone.</summary>
    public void Forget()
    {
        _statements.Forget();
        _tokens.Forget();
        _pruning.Forget();
    }

    public void Dispose()
    {
        _statements.Dispose();
        _milestones.Dispose();
        _tokens.Dispose();
        _tasks.Dispose();
        _ledger.Dispose();
    }
}
