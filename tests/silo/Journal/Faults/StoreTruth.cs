using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.StoreProcess;
using OpsBoard.Testing;

namespace OpsBoard.Silo.Faults;

/// <summary>What must be true of a journal after whatever happened to its process or its disk.</summary>
internal static class StoreTruth
{
    /// <summary>
    /// It opens and is sound; what was acknowledged is stored, what is stored was sent; every batch is there whole or not at all, no event
    /// twice; cells and held numbers are those of the events.
    /// </summary>
    /// <returns>The number of events stored.</returns>
    public static async Task<int> Holds(string directory, int seed, int sentTo, IReadOnlySet<int> acked, string what)
    {
        using var held = DataDirectory.Take(directory);
        new StartCheck(held, CountingTerms.Default, new JournalOptions(), new ManualClock(Batches.Noon), NullLogger.Instance).Run(CancellationToken.None);
        await using var journal = SqliteJournal.Open(held, CountingTerms.Default, new JournalOptions(), new NoTouches(), new ManualClock(Batches.Noon), NullLogger<SqliteJournal>.Instance);
        var stored = Stored(held.JournalFile);
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        var byBatch = stored.CountBy(BatchOf).ToDictionary();
        Assert.Empty(acked.Where(batch => !byBatch.ContainsKey(batch)).Select(batch => $"{what}: batch {batch} was acknowledged and is lost"));
        Assert.Empty(byBatch.Where(batch => batch.Key > sentTo || batch.Value != Batches.Of(seed, batch.Key).Length).Select(batch => $"{what}: batch {batch.Key} has {batch.Value} events"));
        Assert.Empty((await journal.Recount(null, null)).Differences.Select(difference => $"{what}: {difference}"));
        var numbers = (await journal.ReadGaps(Batches.Source, int.MaxValue))?.Streams.SingleOrDefault()?.Count ?? 0;
        Assert.Equal(stored.Count, numbers);
        return stored.Count;
    }

    private static List<string> Stored(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.Prepared("SELECT event_id FROM events");
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read()) ids.Add(reader.GetString(0));
        return ids;
    }

    private static int BatchOf(string id) => int.Parse(id.AsSpan(0, id.IndexOf('-', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
}
