using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The server of PostgreSQL is killed while events are appended, and started again.</summary>
public sealed class PostgresKillTests : IAsyncDisposable
{
    private const int Senders = 4;
    private const int BatchSize = 10;

    private readonly PostgresCluster _cluster = new();

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_or_stored_twice_when_the_database_is_killed_at_any_moment()
    {
        await using var house = new PostgresHouse(_cluster.NewSchema());
        var rounds = RunSize.Of(3, 100);
        var (sent, acknowledged) = (new HashSet<int>(), new HashSet<int>());
        for (var round = 0; round < rounds; round++)
        {
            var (first, enough) = (round * 1000, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            var senders = Enumerable.Range(0, Senders).Select(sender => Send(house, first + sender, sent, acknowledged, acknowledged.Count + 10 + (round * 7), enough)).ToArray();
            await enough.Task;
            _cluster.Kill();
            await Task.WhenAll(senders);
            var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => house.Append(Batch(first)));
            Assert.NotNull(house.Journal.Trouble);
            Assert.DoesNotContain("queue", refused.Message, StringComparison.Ordinal);
            _cluster.Start();
        }

        Assert.All(acknowledged, number => Assert.All(house.Append(Batch(number)).GetAwaiter().GetResult(), static verdict => Assert.Equal(Verdict.Duplicate, verdict)));
        // Those whose answer never came are there whole or not at all, and sent again they are there once.
        Assert.All(sent.Where(number => !acknowledged.Contains(number)), number => Assert.Single(house.Append(Batch(number)).GetAwaiter().GetResult().Distinct()));
        var windows = await house.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs));
        var recount = await house.Journal.Recount(null, null);
        Assert.Null(house.Journal.Trouble);
        Assert.Empty(recount.Differences);
        Assert.Equal((sent.Count * BatchSize, sent.Count * BatchSize), (recount.Events, windows.Sum(static window => window.Tally[Counter.Accepted])));
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    // Until the database takes nothing any more.
    private static async Task Send(PostgresHouse house, int first, HashSet<int> sent, HashSet<int> acknowledged, int many, TaskCompletionSource enough)
    {
        for (var number = first; ; number += Senders)
        {
            lock (acknowledged) sent.Add(number);
            try
            {
                await house.Append(Batch(number));
                lock (acknowledged)
                {
                    acknowledged.Add(number);
                    if (acknowledged.Count >= many) enough.TrySetResult();
                }
            }
            catch (JournalUnavailableException)
            {
                return;
            }
        }
    }

    private static ServiceEvent[] Batch(int number) => [.. Enumerable.Range(0, BatchSize).Select(each => Some.Accepted($"{number}-{each}"))];
}
