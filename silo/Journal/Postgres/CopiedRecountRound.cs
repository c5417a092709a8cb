using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>A recount in steps, each of a copy of its own.</summary>
internal sealed class CopiedRecountRound(List<StoredWindow> windows, NpgsqlDataSource source, CountingTerms terms) : IRecountRound
{
    private static readonly string OfItems = $"subject_kind IN ({(int)SubjectKind.Item}, {(int)SubjectKind.Correction})";

    private readonly Dictionary<UnitPath, long> _numbers = windows.ToDictionary(static window => window.Path, static window => window.Id);

    public ImmutableArray<UnitPath> Windows { get; } = [.. windows.Select(static window => window.Path)];

    public RecountResult Recount(UnitPath window) => ReadTransaction.Begin(source, connection => Compared(JournalCopy.Of(connection, [_numbers[window]]), round => round.Recount(window)));

    public RecountResult RecountItems(UnitPath county) => ReadTransaction.Begin(source, connection =>
    {
        if (!CopiedRecount.HaveItems(connection, county)) return new RecountResult(0, 0, []);
        var ids = new StoredEvents(connection).Windows(county).Select(static window => window.Id);
        return Compared(JournalCopy.Of(connection, [.. ids], OfItems), round => round.RecountItems(county));
    });

    public void Dispose()
    {
    }

    private RecountResult Compared(JournalCopy copy, Func<RecountRound, RecountResult> step)
    {
        // It closes the copy's connection with itself.
        using var round = new RecountRound(copy.Connection, terms);
        return step(round);
    }
}
