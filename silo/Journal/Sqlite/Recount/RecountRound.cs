using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The recount in steps, each in a transaction of a connection of its own.</summary>
internal sealed class RecountRound : IRecountRound
{
    private readonly SqliteConnection _connection;
    private readonly SqlCount _count;
    private readonly StoredFigures _stored;

    public RecountRound(SqliteConnection connection, CountingTerms terms)
    {
        (_connection, _count, _stored) = (connection, new SqlCount(connection, terms), new StoredFigures(connection));
        Windows = [.. RecountWindow.In(connection, null).Select(static window => window.Path)];
    }

    public ImmutableArray<UnitPath> Windows { get; }

    public RecountResult Recount(UnitPath window) => AtOneInstant(comparison =>
    {
        var asked = RecountWindow.In(_connection, window)[0];
        comparison.Compare(_count.Count(asked.Id, asked.Path, asked.Version));
    });

    public RecountResult RecountItems(UnitPath county) => AtOneInstant(comparison =>
    {
        if (!RecountWindow.HaveItems(_connection, county)) return;
        var windows = RecountWindow.In(_connection, county);
        _count.TakeStoredUses(county);
        comparison.CompareItems(windows, _count.CountItems(windows.Select(static window => (window.Id, window.Version))));
    });

    public void Dispose()
    {
        _count.Dispose();
        _stored.Dispose();
        _connection.Dispose();
    }

    private RecountResult AtOneInstant(Action<RecountComparison> compare)
    {
        var comparison = new RecountComparison(_stored, null);
        var before = _count.Events;
        _connection.Run("BEGIN DEFERRED");
        try
        {
            _count.BeginCounty();
            compare(comparison);
        }
        finally
        {
            // Not rolled back: that would empty the temporary tables too.
            _connection.Run("COMMIT");
        }

        return comparison.Result(_count.Events - before);
    }
}
