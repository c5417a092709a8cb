using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Rows of windows as the writer left them: it alone writes them, so it need not read what it wrote. They hold what the running transaction
/// changed too: when it is rolled back, all must be let go. Cells are read each time, so that one that is damaged in the file is built upon,
/// and found by a recount, instead of being overwritten in silence.
/// </summary>
internal sealed class HeldWindows
{
    // Some two hundred bytes each.
    private const int Most = 50_000;

    private readonly Dictionary<UnitPath, WindowRow> _windows = [];

    /// <summary>The row with which a transaction begins; null when it must be read.</summary>
    public WindowRow? Find(UnitPath path) => _windows.GetValueOrDefault(path)?.Next();

    public void Take(WindowRow window)
    {
        // In a country of more windows most are read at each transaction, as if there were nothing of this; which ones does not matter.
        if (_windows.Count == Most && !_windows.ContainsKey(window.Path)) _windows.Clear();
        _windows[window.Path] = window.Next();
    }

    public void Forget() => _windows.Clear();
}
