using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Access;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Board;

/// <summary>
/// Lets viewers in at a bounded pace and in a bounded number, and before a stop asks them to go one after the other, so that they do not
/// all come back in the same second.
/// </summary>
internal sealed class ViewerDoor(IOptions<LiveOptions> options, TimeProvider clock, OpsBoardMetrics metrics)
{
    public const string Stopping = "stopping";
    public const string TooManyConnects = "too_many_connects";
    public const string TooManyViewers = "too_many_viewers";
    public const string TooManyViewersOfOne = "too_many_viewers_of_one";

    // Left to itself, the kernel keeps megabytes for a viewer who does not read, and it takes minutes until that is noticed.
    private const int SendBuffer = 16 * 1024;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly HashSet<Viewer> _viewers = [];
    private readonly TokenBucket _connects = new(options.Value.ConnectsPerSecond, options.Value.ConnectsPerSecond, clock);

    public bool IsStopping { get; private set; }

    public int Viewers
    {
        get
        {
            lock (_gate) return _viewers.Count;
        }
    }

    /// <summary>Serves the connection, for as long as it lasts, or answers why not and when to come back.</summary>
    public async Task Admit(HttpContext http, RequestDelegate serve)
    {
        using var viewer = new Viewer(Principal.Of(http.User) is { Role: not null, Id: var id } ? id : http.Connection.RemoteIpAddress?.ToString() ?? "", Standing.Of(http));
        if (Enter(viewer) is { } refusal)
        {
            metrics.ViewerRefused(refusal.Reason);
            await refusal.AnswerTo(http).ExecuteAsync(http);
            return;
        }

        try
        {
            Bound(http.Features.Get<IConnectionSocketFeature>()?.Socket);
            LiftRate(http.Features.Get<IHttpMinResponseDataRateFeature>());
            http.Features.Set(viewer);
            await serve(http);
        }
        finally
        {
            lock (_gate) _viewers.Remove(viewer);
        }
    }

    /// <summary>Ends the connections of those who may not be here any more.</summary>
    public void EndFallen()
    {
        Viewer[] present;
        lock (_gate) present = [.. _viewers];
        foreach (var viewer in present.Where(static viewer => viewer.HasFallen)) End(viewer);
    }

    /// <summary>Lets nobody in any more, and asks those who are here to go, spread over the time that they need to be let in elsewhere.</summary>
    public async Task ShowOut()
    {
        Viewer[] leaving;
        lock (_gate)
        {
            IsStopping = true;
            leaving = [.. _viewers];
        }

        var began = clock.GetTimestamp();
        var over = Shorter(options.Value.CloseOver, TimeSpan.FromSeconds((double)leaving.Length / options.Value.ConnectsPerSecond));
        foreach (var (index, viewer) in leaving.Index())
        {
            var wait = (over * index / leaving.Length) - clock.GetElapsedTime(began);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock);
            End(viewer);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void Bound(Socket? socket)
    {
        try
        {
            socket?.SendBufferSize = SendBuffer;
        }
        catch (SocketException)
        {
            // The viewer has gone already.
        }
    }

    // The web server's rate counts from a single small message: it would end a slow viewer earlier than is said, and nobody would count it.
    private static void LiftRate(IHttpMinResponseDataRateFeature? rate) => rate?.MinDataRate = null;

    private static RequestRefusedException Refusal(int status, string reason, string detail, TimeSpan wait) => new(status, reason, detail) { RetryAfter = wait };

    private RequestRefusedException? Enter(Viewer viewer)
    {
        lock (_gate)
        {
            if (IsStopping) return Refusal(StatusCodes.Status503ServiceUnavailable, Stopping, "The server is about to stop: come back later.", Soon);
            if (_viewers.Count >= options.Value.MostViewers) return Refusal(StatusCodes.Status503ServiceUnavailable, TooManyViewers, "As many viewers as the server serves at once are connected: come back later, or ask for the page.", Later);
            if (_viewers.Count(other => other.Of == viewer.Of) >= options.Value.MostViewersOfOne)
                return Refusal(StatusCodes.Status429TooManyRequests, TooManyViewersOfOne, "You have as many connections open as one viewer may: close some of them.", Later);
            var wait = _connects.Take(1);
            if (wait > TimeSpan.Zero) return Refusal(StatusCodes.Status503ServiceUnavailable, TooManyConnects, "More viewers connect in this second than are let in: come back a little later.", wait);
            _viewers.Add(viewer);
            return null;
        }
    }

    // A viewer who goes at this very moment needs nobody to tell him.
    private void End(Viewer viewer)
    {
        lock (_gate)
        {
            if (!_viewers.Contains(viewer)) return;
        }

        try
        {
            viewer.End();
        }
        catch (ObjectDisposedException)
        {
            // He went.
        }
    }
}
