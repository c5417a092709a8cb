using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Tickets that were never called and windows that were never closed stay open for ever, and count on their own day only. Once that day is
/// sealed, and no recorded frame reaches back to it, their rows are let go; a recount leaves out the same.
/// </summary>
internal sealed class OpenSubjectsPruning(SqliteConnection writer, WriteStatements statements, CountingTerms terms)
{
    private const string KeptFrom = "open_kept_from_ms";

    private BusinessDay _prunedOn = new(0);

    /// <summary>From when on subjects of one day are kept; 0 when all are.</summary>
    public static long KeptFromMs(SqliteConnection connection) =>
        connection.Scalar($"SELECT value FROM meta WHERE name = '{KeptFrom}'") is string text ? long.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <summary>The transaction was rolled back: the next one does it again.</summary>
    public void Forget()
    {
        _prunedOn = new(0);
        statements.OpenKeptFromMs = KeptFromMs(writer);
    }

    /// <summary>Part of the transaction that runs; the first of a business day pays for it.</summary>
    public void RunOnceADay(long nowMs)
    {
        var today = BusinessDay.Of(nowMs);
        if (today <= _prunedOn) return;
        var oldestFrameMs = (long?)writer.Scalar("SELECT at_ms FROM board_tokens ORDER BY token_id LIMIT 1");
        var keptFromMs = KeptSubjects.KeptFromMs(today, terms.SealAfterDays, oldestFrameMs, KeptFromMs(writer));
        using (var delete = writer.Prepared($"DELETE FROM open_subjects WHERE {KeptSubjects.OfOneDay} AND since_ms < $1").With(keptFromMs)) delete.ExecuteNonQuery();
        using (var note = writer.Prepared($"INSERT OR REPLACE INTO meta (name, value) VALUES ('{KeptFrom}', $1)").With(keptFromMs.ToString(CultureInfo.InvariantCulture)))
            note.ExecuteNonQuery();
        statements.OpenKeptFromMs = keptFromMs;
        _prunedOn = today;
    }
}
