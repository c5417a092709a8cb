using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Windows as the writer left them, each with its cell of the newest day. It alone writes them, so it need not read what it wrote. They hold
/// what the running transaction changed too: when it is rolled back, all must be let go.
/// </summary>
internal sealed class HeldWindows
{
    // About a kilobyte each on a busy day, of which the figures are those that the windows' grains hold too.
    private const int Most = 50_000;

    private readonly Dictionary<UnitPath, Held> _windows = [];

    /// <summary>The row with which a transaction begins; null when it must be read.</summary>
    public WindowRow? Find(UnitPath path) => _windows.GetValueOrDefault(path)?.Row.Next();

    /// <summary>Null also for a day that is not held.</summary>
    public Tally? CellOf(WindowRow window, BusinessDay day) => _windows.GetValueOrDefault(window.Path) is { } held && held.Day == day ? held.Cell : null;

    public void Take(WindowRow window)
    {
        if (_windows.TryGetValue(window.Path, out var held))
        {
            held.Row = window.Next();
            return;
        }

        // In a country of more windows most are read at each transaction, as if there were nothing of this; which ones does not matter.
        if (_windows.Count == Most) _windows.Clear();
        _windows[window.Path] = new Held { Row = window.Next() };
    }

    public void TakeCell(WindowRow window, BusinessDay day, Tally tally)
    {
        if (_windows.GetValueOrDefault(window.Path) is { } held && day >= held.Day) (held.Day, held.Cell) = (day, tally);
    }

    public void Forget() => _windows.Clear();

    private sealed class Held
    {
        public required WindowRow Row { get; set; }

        public BusinessDay Day { get; set; }

        public Tally? Cell { get; set; }
    }
}
