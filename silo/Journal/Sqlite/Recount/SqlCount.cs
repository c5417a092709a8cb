using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Counts events anew in SQL that shares no rule with the program (<c>Recount/*.sql</c>): window by window, so that what is held at a time
/// does not grow with the journal. Works in temporary tables of its connection and writes nothing else.
/// </summary>
internal sealed class SqlCount : IDisposable
{
    private const string OfItems = "figure GLOB 'items[A-Z]*'";

    private readonly SqliteConnection _connection;
    private readonly CountingTerms _terms;
    private readonly Statement[] _begin;
    private readonly Statement[] _ask;
    private readonly Statement[] _window;
    private readonly Statement _cells;
    private readonly Statement _items;
    private readonly Statement _open;
    private readonly Statement _uses;
    private readonly Dictionary<string, Statement[]> _others;
    private LocalTerms? _loaded;

    /// <param name="connection">Not pooled: its temporary tables go with it.</param>
    public SqlCount(SqliteConnection connection, CountingTerms terms)
    {
        (_connection, _terms) = (connection, terms);
        foreach (var script in (string[])["tables", "buckets"]) connection.Run(RecountScript.Text(script));
        _begin = Statement.All(connection, "DELETE FROM temp.counted; DELETE FROM temp.open");
        _ask = Statement.All(connection, "DELETE FROM temp.asked; INSERT INTO temp.asked (window_id, version) VALUES ($1, $2)");
        _window = [.. RecountScript.OfWindow.SelectMany(connection.Script)];
        (_cells, _items) = (connection.Prepared(Counted($"NOT {OfItems}")), connection.Prepared(Counted(OfItems)));
        _open = connection.Prepared($"SELECT {ReadStatements.OpenColumns} FROM temp.open");
        _uses = connection.Prepared("SELECT item, day, COUNT(*) FROM temp.uses WHERE window_id = $1 GROUP BY item, day");
        _others = ((string[])["calendar", "heard", "revisions", "items"]).ToDictionary(static name => name, connection.Script);
    }

    /// <summary>Events read so far.</summary>
    public long Events { get; private set; }

    /// <summary>Forgets the items that were used: another county begins.</summary>
    public void BeginCounty() => Run("DELETE FROM temp.uses");

    /// <param name="version">Up to which the window's events count.</param>
    public WindowCount Count(long id, UnitPath path, long version)
    {
        Use(_terms.For(path));
        Ask(id, version);
        var (events, lastEventMs) = Heard();
        Events += events;
        Run(_begin);
        Run(_window);
        return new WindowCount(id, path, version, Cells(), StoredFigures.OpenAt(_open), StoredFigures.UsesAt(_uses.With(id))) { LastEventMs = lastEventMs };
    }

    /// <summary>The cases of a county for its items as the journal keeps them, for a recount that does not count all windows of the county.</summary>
    public void TakeStoredUses(UnitPath county)
    {
        BeginCounty();
        using var command = _connection.Prepared("INSERT INTO temp.uses (window_id, item, day) SELECT window_id, item, business_day FROM item_uses WHERE county = $1").With(county.ToString());
        command.ExecuteNonQuery();
    }

    /// <summary>The item catalogue of a county, by window and day, from its events and the uses counted before.</summary>
    public Dictionary<(long Window, BusinessDay Day), Tally> CountItems(IEnumerable<(long Id, long Version)> windows)
    {
        Run("DELETE FROM temp.counted; DELETE FROM temp.county");
        using var add = _connection.Prepared("INSERT INTO temp.county (window_id, version) VALUES ($1, $2)");
        foreach (var (id, version) in windows)
        {
            add.With(id, version).ExecuteNonQuery();
            Ask(id, version);
            Run(_others["revisions"]);
        }

        Run(_others["items"]);
        var cells = new Dictionary<(long, BusinessDay), TallyBuilder>();
        foreach (var (window, mark) in MarksOf(_items)) CellOf(cells, (window, mark.Day)).Add(mark);
        return cells.ToDictionary(static cell => cell.Key, static cell => cell.Value.ToTally());
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[.. _begin, .. _ask, .. _window, .. _others.Values.SelectMany(static script => script), _cells, _items, _open, _uses]) statement.Dispose();
    }

    // Windows come in the order of their paths, so those of the same terms follow one another.
    private void Use(LocalTerms local)
    {
        if (ReferenceEquals(local, _loaded)) return;
        Run("DELETE FROM temp.terms; DELETE FROM temp.exceptions");
        using var terms = _connection.Prepared("INSERT INTO temp.terms (contact_days, rectify_days, office_from_ms, office_to_ms) VALUES ($1, $2, $3, $4)")
            .With(local.Reviews.ContactDays, local.Reviews.RectifyDays, (long)local.OfficeFrom.ToTimeSpan().TotalMilliseconds, (long)local.OfficeTo.ToTimeSpan().TotalMilliseconds);
        terms.ExecuteNonQuery();
        using var exception = _connection.Prepared("INSERT INTO temp.exceptions (day, is_working) VALUES ($1, $2)");
        foreach (var (day, isWorking) in local.Calendar.Exceptions) exception.With(day.Number, isWorking).ExecuteNonQuery();
        Run(_others["calendar"]);
        _loaded = local;
    }

    private void Ask(long id, long version)
    {
        _ask[1].With(id, version);
        Run(_ask);
    }

    private (long Events, long LastEventMs) Heard()
    {
        using var reader = _others["heard"][0].ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private Dictionary<BusinessDay, Tally> Cells()
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        foreach (var (_, mark) in MarksOf(_cells)) CellOf(cells, mark.Day).Add(mark);
        return cells.ToDictionary(static cell => cell.Key, static cell => cell.Value.ToTally());
    }

    private static string Counted(string condition) => $"SELECT window_id, day, figure, key, SUM(times) FROM temp.counted WHERE {condition} GROUP BY window_id, day, figure, key";

    private static IEnumerable<(long Window, Mark Mark)> MarksOf(Statement counted)
    {
        using var reader = counted.ExecuteReader();
        while (reader.Read()) yield return (reader.GetInt64(0), new Mark(new BusinessDay(reader.GetInt32(1)), RevisionFormat.SlotOf(reader.GetString(2), reader.GetInt32(3)), reader.GetInt32(4)));
    }

    private static void Run(Statement[] script)
    {
        foreach (var statement in script) statement.ExecuteNonQuery();
    }

    private void Run(string sql) => _connection.Run(sql);

    private static TallyBuilder CellOf<TKey>(Dictionary<TKey, TallyBuilder> cells, TKey key)
        where TKey : notnull => cells.TryGetValue(key, out var cell) ? cell : cells[key] = new TallyBuilder();
}
