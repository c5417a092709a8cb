using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Peers;

/// <summary>The state of all counter grains in one SQLite file. Each write is a commit of its own, and on the disk when it returns.</summary>
internal sealed class CounterFile : IDisposable
{
    private const string Schema =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE events (source TEXT, id TEXT, PRIMARY KEY (source, id)) WITHOUT ROWID;
        CREATE TABLE cells (unit TEXT, day INTEGER, kind INTEGER, level INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (unit, day, kind)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly Statement _know;
    private readonly Statement _add;
    // A file of SQLite has one writer, so the grains come one after the other.
    private readonly SemaphoreSlim _turn = new(1);

    public CounterFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        _connection.Run(Schema);
        _know = _connection.Prepared("INSERT INTO events VALUES ($1, $2) ON CONFLICT DO NOTHING");
        _add = _connection.Prepared("INSERT INTO cells VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO UPDATE SET n = n + 1 RETURNING n");
    }

    /// <summary>Counts an event at a unit.</summary>
    /// <returns>The unit's new number for the day and kind; null when a window hears of an event that is known.</returns>
    public Task<long?> Write(UnitPath unit, CountedEvent one) => InTurn(() =>
    {
        using var transaction = _connection.BeginTransaction();
        if (unit.Kind == UnitKind.Window && _know.With(one.Source, one.Id).ExecuteNonQuery() == 0) return (long?)null;
        var count = (long)_add.With(unit.ToString(), one.Day.Number, (int)one.Kind, (int)unit.Kind).ExecuteScalar()!;
        transaction.Commit();
        return count;
    });

    /// <summary>The events that are known, and what each level counts, by the length of its paths.</summary>
    public Task<(long Events, Dictionary<int, long> Levels)> Sum() => InTurn(() =>
    {
        var levels = new Dictionary<int, long>();
        using var command = _connection.Prepared("SELECT level, sum(n) FROM cells GROUP BY level");
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read()) levels[rows.GetInt32(0)] = rows.GetInt64(1);
        }

        return ((long)_connection.Scalar("SELECT count(*) FROM events")!, levels);
    });

    public void Dispose()
    {
        _know.Dispose();
        _add.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }

    private async Task<T> InTurn<T>(Func<T> take)
    {
        await _turn.WaitAsync();
        try
        {
            return take();
        }
        finally
        {
            _turn.Release();
        }
    }
}
