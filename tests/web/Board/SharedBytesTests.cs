using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Board;

/// <summary>However many look at a scope, a version of it is written once.</summary>
public sealed class SharedBytesTests
{
    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    [Fact]
    public async Task All_viewers_of_a_pace_are_sent_the_same_memory()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1"));
        var relay = server.Service<BoardRelay>();
        var feed = await relay.FeedOf(Hainan, TestContext.Current.CancellationToken);
        var seen = feed!.Join().Version;
        var viewers = Enumerable.Range(0, 20).Select(_ => FirstPatch(relay, feed, seen)).ToList();

        await server.Post(SentEvent.Accepted("c2"));
        var patches = await Task.WhenAll(viewers);

        Assert.NotEmpty(patches[0].Json.ToArray());
        Assert.All(patches.GroupBy(static patch => patch.Id, StringComparer.Ordinal), static version => Assert.Single(version.Select(static patch => patch.Json).Distinct()));
        Assert.Contains(patches.GroupBy(static patch => patch.Id, StringComparer.Ordinal), static version => version.Count() > 1);
    }

    [Fact]
    public async Task All_who_join_at_a_version_are_shown_the_same_memory()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1"));
        var relay = server.Service<BoardRelay>();
        var feed = await relay.FeedOf(Hainan, TestContext.Current.CancellationToken);

        var frames = Enumerable.Range(0, 20).Select(_ => feed!.Join()).Append((await relay.Newest(feed!.Newest.Scope, TestContext.Current.CancellationToken))!);

        Assert.All(frames.GroupBy(static frame => frame.Version), static version => Assert.Single(version.Select(static frame => frame.Snapshot).Distinct()));
    }

    private static async Task<LiveMessage> FirstPatch(BoardRelay relay, ScopeFeed feed, long seen)
    {
        await foreach (var message in relay.Follow(feed, seen, ViewerPace.Wall, TestContext.Current.CancellationToken))
        {
            if (message.Name == LiveMessage.PatchName) return message;
        }

        throw new InvalidOperationException("A viewer is told for ever.");
    }
}
