using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo.AzureTables;

/// <summary>The emulator ends while events are appended, and is started again.</summary>
public sealed class AzureTablesKillTests : IAsyncDisposable
{
    private const int Senders = 4;
    private const int BatchSize = 10;

    private readonly AzuriteServer _server = new();
    private readonly HashSet<int> _sent = [];
    private readonly HashSet<int> _acknowledged = [];

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_or_stored_twice_when_the_service_goes_away_at_any_moment()
    {
        await using var house = new AzureTablesHouse(_server, _server.NewTable());
        for (var round = 0; round < RunSize.Of(2, 50); round++)
        {
            var senders = await Load(house, round);
            _server.Stop();
            await Task.WhenAll(senders);
            Assert.NotNull(house.Journal.Trouble);
            _server.Start();
        }

        Assert.All(_acknowledged, number => Assert.All(house.Append(Batch(number)).GetAwaiter().GetResult(), static verdict => Assert.Equal(Verdict.Duplicate, verdict)));
        // Those whose answer never came are there whole or not at all, and sent again they are there once.
        Assert.All(_sent.Except(_acknowledged), number => Assert.Single(house.Append(Batch(number)).GetAwaiter().GetResult().Distinct()));
        var windows = await house.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs));
        var recount = await house.RecountFromLog();
        Assert.Null(house.Journal.Trouble);
        Assert.Empty(recount.Differences);
        Assert.Equal((_sent.Count * BatchSize, _sent.Count * BatchSize), (recount.Events, windows.Sum(static window => window.Tally[Counter.Accepted])));
    }

    [Fact]
    public async Task A_service_that_comes_back_without_what_it_acknowledged_ends_the_journal_instead_of_counting_on_from_less()
    {
        await using var house = new AzureTablesHouse(_server, _server.NewTable());
        await house.Append(Some.Accepted("c1"));
        _server.Stop();
        var older = await File.ReadAllTextAsync(_server.State);
        _server.Start();
        var senders = await Load(house, 0);

        _server.Kill();
        await Task.WhenAll(senders);
        await File.WriteAllTextAsync(_server.State, older);
        _server.Start();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => house.Append(Some.Accepted("c2")));

        await house.Journal.Completion;
        Assert.Contains("was put back to an older state", house.Journal.Fault!.Message, StringComparison.Ordinal);
        Assert.True(_acknowledged.Count * BatchSize < (await house.Journal.ReadWindows(Some.Window, BusinessDay.Of(Some.NowMs))).Sum(static window => window.Tally[Counter.Accepted]));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Returns when it is under way; the senders end once nothing is taken any more.
    private async Task<Task[]> Load(AzureTablesHouse house, int round)
    {
        var (first, enough, many) = (round * 1000, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), _acknowledged.Count + 10 + (round * 7));
        var senders = Enumerable.Range(0, Senders).Select(sender => Send(house, first + sender, many, enough)).ToArray();
        await Task.WhenAny(enough.Task, Task.WhenAll(senders));
        Assert.True(enough.Task.IsCompleted, "The senders ended before the load was under way.");
        return senders;
    }

    private async Task Send(AzureTablesHouse house, int first, int many, TaskCompletionSource enough)
    {
        for (var number = first; ; number += Senders)
        {
            lock (_acknowledged) _sent.Add(number);
            try
            {
                await house.Append(Batch(number));
                lock (_acknowledged)
                {
                    _acknowledged.Add(number);
                    if (_acknowledged.Count >= many) enough.TrySetResult();
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
