using System.Globalization;
using OpsBoard.LoadTest;

namespace OpsBoard.Web.Tests.LoadTest;

/// <summary>What the peers answer and count is as true as what the product does, for as much as they do.</summary>
public sealed class PeerServerTests
{
    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    [InlineData("grains")]
    public async Task A_batch_that_comes_twice_is_known_the_second_time_and_counted_once(string name)
    {
        await using var peer = await RunningPeer.Start(name);
        string[] batch = [Event("a", 1), Event("a", 2), Event("a", 2), Event("b", 2, "hainan/sanya/tax/w01")];

        var answers = (await peer.Send(batch), await peer.Send(batch));

        Assert.Equal(((3, 1), (0, 4)), answers);
        Assert.Equal(new PeerCounts(3, 3, 3, 3, 3, 3), await peer.Counted());
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    [InlineData("grains")]
    public async Task What_several_send_at_the_same_time_is_counted_once(string name)
    {
        await using var peer = await RunningPeer.Start(name);
        string[] batch = [.. Enumerable.Range(1, 20).Select(static id => Event("a", id))];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => peer.Send(batch)));

        Assert.Equal((20, 60), (answers.Sum(static answer => answer.Accepted), answers.Sum(static answer => answer.Duplicate)));
        Assert.Equal(new PeerCounts(20, 20, 20, 20, 20, 20), await peer.Counted());
    }

    private static string Event(string source, int id, string window = "hainan/haikou/housing/w01") => string.Create(CultureInfo.InvariantCulture,
        $$"""{"specversion":"1.0","id":"{{id}}","source":"urn:hall:{{source}}","type":"opsboard.window.opened","subject":"{{window}}","time":"2026-01-05T09:00:00+08:00","data":{} }""");
}
