using System.Net;
using System.Net.Sockets;

namespace OpsBoard.Web.Tests.Run;

/// <summary>
/// The line between a screen and the server, which can fail in all the ways of a line: it passes bytes between a port of its own and the
/// server's, counts them, and refuses, drops, slows down or stalls without closing when a test says so.
/// </summary>
internal sealed class FaultyLine : IAsyncDisposable
{
    private const int Portion = 4096;

    private readonly Lock _gate = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HashSet<Socket> _open = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private TaskCompletionSource _flows = Flowing();
    private Uri? _server;
    private TimeSpan _perPortion;
    private long _down;
    private long _up;

    private FaultyLine(string server)
    {
        _server = new Uri(server);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where the screen finds the server.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Bytes that went from the server to the screen.</summary>
    public long Down => Interlocked.Read(ref _down);

    /// <summary>Bytes that went from the screen to the server.</summary>
    public long Up => Interlocked.Read(ref _up);

    public bool IsStalled
    {
        get
        {
            lock (_gate) return !_flows.Task.IsCompleted;
        }
    }

    public static FaultyLine To(LiveServer server) => new(server.Address);

    /// <summary>Every connection breaks at once, and new ones are reset: the host is gone.</summary>
    public void Refuse()
    {
        lock (_gate) _server = null;
        Drop();
    }

    /// <summary>Every connection breaks; new ones are let through.</summary>
    public void Drop()
    {
        foreach (var socket in Take()) Reset(socket);
    }

    /// <summary>Nothing passes any more, in either direction, and nothing is closed.</summary>
    public void Stall()
    {
        lock (_gate)
        {
            if (_flows.Task.IsCompleted) _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Passes at most so much in a second, on each connection.</summary>
    public void Throttle(int bytesPerSecond) => _perPortion = TimeSpan.FromSeconds((double)Portion / bytesPerSecond);

    /// <summary>Everything passes again, to the server where it is now.</summary>
    public void Mend(LiveServer server)
    {
        lock (_gate) _server = new Uri(server.Address);
        _perPortion = TimeSpan.Zero;
        _flows.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        _flows.TrySetResult();
        Drop();
        await _accepting;
        _end.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    // Without lingering a closed socket is reset, as by a host that is gone.
    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
        catch (Exception fault) when (IsEnd(fault))
        {
            // It was closed already.
        }
    }

    private Socket[] Take()
    {
        lock (_gate)
        {
            var taken = _open.ToArray();
            _open.Clear();
            return taken;
        }
    }

    private async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await _listener.AcceptSocketAsync(_end.Token));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket screen)
    {
        if (Server() is not { } address)
        {
            Reset(screen);
            return;
        }

        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = Portion };
        screen.NoDelay = true;
        lock (_gate) _open.UnionWith([screen, server]);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, address.Port, _end.Token);
            await Task.WhenAll(Pass(server, screen, static (line, count) => Interlocked.Add(ref line._down, count)), Pass(screen, server, static (line, count) => Interlocked.Add(ref line._up, count)));
        }
        catch (Exception fault) when (IsEnd(fault))
        {
            Reset(screen);
            Reset(server);
        }

        lock (_gate) _open.ExceptWith([screen, server]);
        screen.Dispose();
        server.Dispose();
    }

    private Uri? Server()
    {
        lock (_gate) return _server;
    }

    private async Task Pass(Socket from, Socket to, Action<FaultyLine, int> count)
    {
        var portion = new byte[Portion];
        try
        {
            while (await from.ReceiveAsync(portion, _end.Token) is > 0 and var received)
            {
                if (_perPortion > TimeSpan.Zero) await Task.Delay(_perPortion * received / Portion, TimeProvider.System, _end.Token);
                await Flow();
                await to.SendAsync(portion.AsMemory(0, received), _end.Token);
                count(this, received);
            }

            await Flow();
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception fault) when (IsEnd(fault))
        {
            Reset(from);
            Reset(to);
        }
    }

    // A close of either side does not pass a stalled line either.
    private Task Flow()
    {
        lock (_gate) return _flows.Task;
    }

    private static bool IsEnd(Exception fault) => fault is SocketException or ObjectDisposedException or OperationCanceledException;
}
