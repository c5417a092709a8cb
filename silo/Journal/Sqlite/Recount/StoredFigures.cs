using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// What the journal keeps of a window, to be held against a recount. Its statements are parsed once: with thousands of windows that took
/// longer than what they read.
/// </summary>
internal sealed class StoredFigures(SqliteConnection connection) : IDisposable
{
    public static readonly string CellsOfWindow = $"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1";
    public static readonly string OpenOfWindow = $"SELECT {ReadStatements.OpenColumns} FROM open_subjects WHERE window_id = $1";
    public const string LastEventOfWindow = "SELECT last_event_ms FROM windows WHERE window_id = $1";
    public const string UsesOfWindow = "SELECT item, business_day, cases FROM windows JOIN item_uses USING (window_id) WHERE window_id = $1 AND path LIKE county || '/%'";
    public const string StrayOfWindow = "SELECT COUNT(*) FROM events JOIN windows USING (window_id) WHERE window_id = $1 AND window_version > version";

    private readonly Statement _cells = connection.Prepared(CellsOfWindow);
    private readonly Statement _open = connection.Prepared(OpenOfWindow);
    private readonly Statement _lastEvent = connection.Prepared(LastEventOfWindow);
    private readonly Statement _uses = connection.Prepared(UsesOfWindow);
    private readonly Statement _stray = connection.Prepared(StrayOfWindow);

    /// <summary>From when on subjects of one day are kept, in unix milliseconds; 0 when all are.</summary>
    public long OpenKeptFromMs => OpenSubjectsPruning.KeptFromMs(connection);

    public Dictionary<BusinessDay, Tally> Cells(long window)
    {
        using var rows = _cells.With(window).ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (rows.Read()) cells[new BusinessDay(rows.GetInt32(0))] = ReadStatements.TallyAt(rows, 1);
        return cells;
    }

    public Dictionary<(SubjectKind, string), OpenSubject> Open(long window) => OpenAt(_open.With(window));

    public Dictionary<ItemUse, int> Uses(long window) => UsesAt(_uses.With(window));

    public long LastEventMs(long window) => (long)_lastEvent.With(window).ExecuteScalar()!;

    /// <summary>How many events carry a version that the window never had.</summary>
    public long StrayEvents(long window) => (long)_stray.With(window).ExecuteScalar()!;

    public void Dispose()
    {
        Statement[] all = [_cells, _open, _lastEvent, _uses, _stray];
        foreach (var statement in all) statement.Dispose();
    }

    /// <param name="statement">Selects <see cref="ReadStatements.OpenColumns"/>.</param>
    public static Dictionary<(SubjectKind, string), OpenSubject> OpenAt(Statement statement)
    {
        using var rows = statement.ExecuteReader();
        var open = new Dictionary<(SubjectKind, string), OpenSubject>();
        while (rows.Read())
        {
            var subject = ReadStatements.OpenAt(rows, 0);
            open[(subject.Kind, subject.Id)] = subject;
        }

        return open;
    }

    /// <param name="statement">Selects item, day and cases.</param>
    public static Dictionary<ItemUse, int> UsesAt(Statement statement)
    {
        using var rows = statement.ExecuteReader();
        var uses = new Dictionary<ItemUse, int>();
        while (rows.Read()) uses[new ItemUse(rows.GetString(0), new BusinessDay(rows.GetInt32(1)))] = rows.GetInt32(2);
        return uses;
    }
}
