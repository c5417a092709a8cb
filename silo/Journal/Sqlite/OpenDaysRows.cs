using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// What a recount of the open days reads of a file to which nobody writes meanwhile. Its statements are parsed once: with thousands of windows
/// that takes longer than what they read. The connection goes with it.
/// </summary>
internal sealed class OpenDaysRows(SqliteConnection connection) : IOpenDaysRows
{
    private readonly Statement _subjects = connection.Prepared(StoredEvents.SubjectsInSpan);
    private readonly Statement _corrections = connection.Prepared(StoredEvents.CorrectionsOfWindow);

    private readonly Statement _cells = connection.Prepared(
        $"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day BETWEEN $2 AND $3");

    private readonly Statement _leftOut = connection.Prepared(
        $"SELECT business_day, changes FROM revisions WHERE window_id = $1 AND state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused})");

    public List<StoredWindow> Windows() => new StoredEvents(connection).Windows(null);

    public IEnumerable<List<StoredEvent>> Subjects(long window, SubjectKind kind, long fromMs, long toMs, bool all) =>
        StoredEvents.BySubject(_subjects.With(window, (int)kind, all, fromMs, toMs));

    public ILookup<string, StoredEvent> Corrections(long window) => StoredEvents.ByTarget(_corrections.With(window));

    public IEnumerable<Mark> LeftOut(long window)
    {
        using var rows = _leftOut.With(window).ExecuteReader();
        var marks = new List<Mark>();
        while (rows.Read()) marks.AddRange(RevisionFormat.Read(rows.GetString(1), new BusinessDay(rows.GetInt32(0))));
        return marks;
    }

    public Dictionary<BusinessDay, Tally> Cells(long window, BusinessDay first, BusinessDay last)
    {
        using var rows = _cells.With(window, first.Number, last.Number).ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (rows.Read()) cells[new BusinessDay(rows.GetInt32(0))] = ReadStatements.TallyAt(rows, 1);
        return cells;
    }

    public void Dispose()
    {
        Statement[] all = [_subjects, _corrections, _cells, _leftOut];
        foreach (var statement in all) statement.Dispose();
        connection.Dispose();
    }
}
