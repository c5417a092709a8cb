using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Reads one window at a time, with statements that are parsed once: what each change of a window asks for. Used by one caller at a time.</summary>
internal sealed class WindowReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement _begin = connection.Prepared("BEGIN DEFERRED");

    private readonly Statement _window = connection.Prepared("SELECT window_id, version, last_event_ms FROM windows WHERE path = $1");

    private readonly Statement _cell = connection.Prepared($"SELECT {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day = $2");

    private readonly Statement _items = connection.Prepared(
        $"""
        SELECT {CounterColumns.ItemSums("$3")} FROM cells INDEXED BY cells_with_items
        WHERE window_id = $1 AND business_day <= $2 AND ({CounterColumns.HasItems})
        """);

    private readonly Statement _open = connection.Prepared(
        $"SELECT {ReadStatements.OpenColumns} FROM open_subjects WHERE window_id = $1");

    private readonly Statement _end = connection.Prepared("COMMIT");

    /// <returns>Null when the window never reported.</returns>
    public WindowRecord? Read(UnitPath window, BusinessDay day)
    {
        _begin.ExecuteNonQuery();
        try
        {
            return Found(window, day);
        }
        finally
        {
            _end.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        Statement[] all = [_begin, _window, _cell, _items, _open, _end];
        foreach (var command in all) command.Dispose();
        connection.Dispose();
    }

    private WindowRecord? Found(UnitPath path, BusinessDay day)
    {
        using var window = _window.With(path.ToString()).ExecuteReader();
        if (!window.Read()) return null;
        var id = window.GetInt64(0);
        return new WindowRecord(path, window.GetInt64(1), window.GetInt64(2), TallyOf(id, day), ItemsOf(id, day), [.. OpenIn(id)]);
    }

    private Tally TallyOf(long window, BusinessDay day)
    {
        using var cell = _cell.With(window, day.Number).ExecuteReader();
        return cell.Read() ? ReadStatements.TallyAt(cell, 0) : Tally.Zero;
    }

    private ItemStock ItemsOf(long window, BusinessDay day)
    {
        using var items = _items.With(window, day.Number, BusinessDay.Of(new DateOnly(day.Date.Year, 1, 1)).Number).ExecuteReader();
        return items.Read() && !items.IsDBNull(0) ? ReadStatements.ItemsAt(items, 0) : default;
    }

    private List<OpenSubject> OpenIn(long window)
    {
        using var open = _open.With(window).ExecuteReader();
        var subjects = new List<OpenSubject>();
        while (open.Read()) subjects.Add(ReadStatements.OpenAt(open, 0));
        return subjects;
    }
}
