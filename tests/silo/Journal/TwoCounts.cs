using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The same journal counted by the program's rules and by SQL, each as text that can be compared.</summary>
internal sealed class TwoCounts : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly CountingTerms _terms;
    private readonly SqlCount _sql;

    public TwoCounts(JournalHouse house)
    {
        (_connection, _terms) = (Opened(house.Path), house.Terms);
        _sql = new SqlCount(_connection, _terms);
    }

    public string ByRules()
    {
        var stored = new StoredEvents(_connection);
        var count = new EventCount(stored, _terms, null);
        var windows = stored.Windows(null).ConvertAll(window => count.Count(window.Id, window.Path, window.Version));
        var items = windows.GroupBy(static window => window.Path.Parent.Parent).SelectMany(county => count.CountItems(county.Key, county.SelectMany(static window => window.Uses.Keys)));
        return Written(windows, items.GroupBy(static mark => (mark.Window, mark.Mark.Day)).ToDictionary(static cell => cell.Key, static cell => TallyOf(cell.Select(static mark => mark.Mark))));
    }

    public string BySql()
    {
        var windows = new List<WindowCount>();
        var items = new Dictionary<(UnitPath, BusinessDay), Tally>();
        foreach (var county in RecountWindow.In(_connection, null).GroupBy(static window => window.Path.Parent.Parent))
        {
            _sql.BeginCounty();
            windows.AddRange(county.Select(window => _sql.Count(window.Id, window.Path, window.Version)));
            foreach (var (cell, tally) in _sql.CountItems(county.Select(static window => (window.Id, window.Version)))) items[(county.First(window => window.Id == cell.Window).Path, cell.Day)] = tally;
        }

        return Written(windows, items);
    }

    /// <summary>The windows without the item catalogue, by path and version, as the rules count them now.</summary>
    public Dictionary<(UnitPath Window, long Version), string> WindowsByRules()
    {
        var stored = new StoredEvents(_connection);
        var count = new EventCount(stored, _terms, null);
        return stored.Windows(null).ConvertAll(window => count.Count(window.Id, window.Path, window.Version)).ToDictionary(static window => (window.Path, window.Version), static window => Written([window], []));
    }

    /// <summary>The same windows at the same versions as SQL counts them now, whatever came since.</summary>
    public Dictionary<(UnitPath Window, long Version), string> WindowsBySql(IEnumerable<(UnitPath Window, long Version)> versions)
    {
        var ids = RecountWindow.In(_connection, null).ToDictionary(static window => window.Path, static window => window.Id);
        // Windows of the same terms together: each change of terms builds a calendar anew.
        return versions.OrderBy(static at => at.Window, UnitPath.InOrder).ToDictionary(static at => at, at => Written([_sql.Count(ids[at.Window], at.Window, at.Version)], []));
    }

    public void Dispose()
    {
        _sql.Dispose();
        _connection.Dispose();
    }

    private static SqliteConnection Opened(string folder)
    {
        var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(folder)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private static string Written(IEnumerable<WindowCount> windows, Dictionary<(UnitPath Window, BusinessDay Day), Tally> items) => string.Join('\n',
    [
        .. windows.SelectMany(static window => window.Cells.OrderBy(static cell => cell.Key).Where(static cell => cell.Value != Tally.Zero).Select(cell => $"{window.Path} {cell.Key} {Written(cell.Value)}")
            .Concat(window.Open.Values.OrderBy(static open => open.Kind).ThenBy(static open => open.Id, StringComparer.Ordinal).Select(open => $"{window.Path} {open}"))
            .Concat(window.Uses.OrderBy(static use => use.Key.Item, StringComparer.Ordinal).ThenBy(static use => use.Key.Day).Select(use => $"{window.Path} {use.Key} {use.Value}"))),
        .. items.Where(static cell => cell.Value != Tally.Zero).OrderBy(static cell => cell.Key.Window, UnitPath.InOrder).ThenBy(static cell => cell.Key.Day).Select(static cell => $"{cell.Key.Window} {cell.Key.Day} {Written(cell.Value)}"),
    ]);

    private static string Written(Tally tally) => string.Join(' ',
    [
        .. Counters.All.Where(counter => tally[counter] != 0).Select(counter => $"{counter}={tally[counter]}"),
        .. Slices("waits", tally.Waits.Buckets), .. Slices("handling", tally.Handling.Buckets), .. Slices("trend", tally.Trend.Slices),
    ]);

    private static List<string> Slices(string name, SparseCounts counts)
    {
        var slices = new List<string>();
        foreach (var (key, count) in counts) slices.Add($"{name}[{key}]={count}");
        return slices;
    }

    private static Tally TallyOf(IEnumerable<Mark> marks)
    {
        var builder = new TallyBuilder();
        foreach (var mark in marks) builder.Add(mark);
        return builder.ToTally();
    }
}
