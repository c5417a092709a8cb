using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using OpsBoard.Units;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Board;

/// <summary>What a screen may call: nothing but these two.</summary>
[Authorize(Policies.Board)]
internal sealed class BoardHub(BoardRelay relay, BoardPush push) : Hub<IBoardClient>
{
    private const string Pushing = "pushing";

    public override Task OnConnectedAsync()
    {
        Context.GetHttpContext()!.Features.GetRequiredFeature<Viewer>().Ending.Register(Context.Abort);
        return base.OnConnectedAsync();
    }

    /// <summary>Answers with the snapshot of the scope; from then on this connection is told what follows, of this scope only.</summary>
    /// <exception cref="HubException">The scope is no unit path, or nothing is known under it.</exception>
    [Authorize(Policies.Board)]
    [ScopeFrom(ScopePlace.Argument, nameof(scope))]
    public async Task<RawJson> Subscribe(string scope)
    {
        if (!UnitPath.TryParse(scope, out var unit, out var fault)) throw new HubException(fault);
        var feed = await relay.FeedOf(unit, Context.ConnectionAborted) ?? throw new HubException($"Nothing is known of {unit}.");
        var newest = feed.Join();
        var pace = ViewerPaces.Of(Context.GetHttpContext()!.Request);
        EndPushing();
        var ending = CancellationTokenSource.CreateLinkedTokenSource(Context.ConnectionAborted);
        Context.Items[Pushing] = ending;
        push.Start(Context, feed, newest.Version, pace, ending.Token);
        return new RawJson(newest.Snapshot);
    }

    /// <summary>The screen has painted this version.</summary>
    [Authorize(Policies.Board)]
    [ScopeFrom(ScopePlace.Nowhere)]
    public void Ack(long version) => push.Acknowledge(Context.ConnectionId, version);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        EndPushing();
        push.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private void EndPushing()
    {
        if (!Context.Items.Remove(Pushing, out var pushing)) return;
        ((CancellationTokenSource)pushing!).Cancel();
        ((CancellationTokenSource)pushing).Dispose();
    }
}
