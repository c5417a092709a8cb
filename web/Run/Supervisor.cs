using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OpsBoard.Web.Run;

/// <summary>
/// Tells the supervisor that started the process what it does, as systemd asks for with <c>Type=notify</c>: sd_notify(3), datagrams to the
/// socket that it names. Without such a socket nothing is told.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    private static readonly TimeSpan StatusEvery = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly Socket? _socket;
    private readonly TimeSpan? _watchdog;
    private long? _told;

    /// <param name="address">A path, or an abstract name that begins with <c>@</c>; null: nobody listens.</param>
    /// <param name="watchdog">Within which time it wants to hear that the process lives; null: never.</param>
    public Supervisor(string? address, TimeSpan? watchdog, TimeProvider clock)
    {
        (_clock, _watchdog) = (clock, watchdog);
        if (string.IsNullOrEmpty(address)) return;
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            _socket.Connect(new UnixDomainSocketEndPoint(address[0] == '@' ? $"\0{address[1..]}" : address));
        }
        catch (SocketException)
        {
            // Who asked to be told does not listen: the server itself needs nobody.
            _socket.Dispose();
            _socket = null;
        }
    }

    public static Supervisor OfEnvironment(TimeProvider clock) => new(
        Environment.GetEnvironmentVariable("NOTIFY_SOCKET"),
        long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) ? TimeSpan.FromMicroseconds(microseconds) : null,
        clock);

    /// <summary>One line about what is being done; of many, one a second is told.</summary>
    public void Status(string text)
    {
        if (_told is { } last && _clock.GetElapsedTime(last) < StatusEvery) return;
        _told = _clock.GetTimestamp();
        Say($"STATUS={text}");
    }

    public void Ready(string status) => Say($"READY=1\nSTATUS={status}");

    public void Stopping(string status) => Say($"STOPPING=1\nSTATUS={status}");

    /// <summary>Says twice in each span of the watchdog that work is still done: a process in which nothing runs any more is started anew.</summary>
    /// <returns>Ends it; null where there is no watchdog.</returns>
    public ITimer? KeepAlive() => _socket is not null && _watchdog is { } span ? _clock.CreateTimer(_ => Say("WATCHDOG=1"), null, span / 2, span / 2) : null;

    public void Dispose() => _socket?.Dispose();

    private void Say(string state)
    {
        try
        {
            _socket?.Send(Encoding.UTF8.GetBytes(state));
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It went, or the process is ending.
        }
    }
}
