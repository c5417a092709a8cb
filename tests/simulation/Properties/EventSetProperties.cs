using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Silo;
using OpsBoard.Testing;

namespace OpsBoard.Simulation;

/// <summary>
/// Permutation, partition and duplication of one set of events, by the product's rules over the model of the journal; the same over the
/// journal itself is <c>EventSetTests</c>, which affords fewer sets.
/// </summary>
public sealed class EventSetProperties
{
    private static readonly long Now = Some.NowMs;

    [Fact]
    public void Any_order_repetition_and_batching_of_a_set_gives_the_same_cells() =>
        Held.For(SomeEventSets.Any, static set => Cells(set.Events, set.Events.Length) == Cells(Sendings(set.Events, set.Seed), 1 + (set.Seed % 7)));

    [Fact]
    public void Every_batch_raises_the_versions_of_the_windows_that_it_adds_to_by_one_and_no_others() => Held.For(SomeEventSets.Any, static set =>
    {
        using var store = new ModelStore(CountingTerms.Default);
        return Sendings(set.Events, set.Seed).Chunk(1 + (set.Seed % 5)).All(batch =>
        {
            var before = Versions(store);
            var verdicts = store.Commit(batch, Now);
            var raised = batch.Where((_, place) => verdicts[place] == Verdict.Accepted).Select(static fact => fact.Window).ToHashSet();
            return Versions(store).All(window => window.Value == before.GetValueOrDefault(window.Key) + (raised.Contains(window.Key) ? 1 : 0));
        });
    });

    private static Dictionary<Units.UnitPath, long> Versions(ModelStore store) =>
        store.Journal.ReadVersions(null).Result.ToDictionary(static window => window.Window, static window => window.Version);

    private static ServiceEvent[] Sendings(ServiceEvent[] events, int seed)
    {
        ServiceEvent[] again = [.. events, .. events.Take(events.Length / 2)];
        new Dice(seed).Shuffle<ServiceEvent>(again);
        return again;
    }

    private static string Cells(ServiceEvent[] events, int batch)
    {
        using var store = new ModelStore(CountingTerms.Default);
        foreach (var each in events.Chunk(Math.Max(1, batch))) store.Commit(each, Now);
        var windows = store.Journal.ReadVersions(null).Result.Select(static window => window.Window);
        return string.Join('\n', windows.SelectMany(window => store.Days(window).Where(static day => day.Tally != Tally.Zero).OrderBy(static day => day.Day)
            .Select(day => $"{window} {day.Day} {string.Join(',', day.Tally.Counts)} {Convert.ToHexString(day.Tally.Waits.Buckets.Packed)} {Convert.ToHexString(day.Tally.Trend.Slices.Packed)}")));
    }
}
