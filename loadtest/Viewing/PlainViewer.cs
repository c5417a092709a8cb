using System.Net.Sockets;
using System.Text;

namespace OpsBoard.LoadTest;

/// <summary>
/// A viewer on the hub that takes what it is told without looking at it, or, once it is stalled, takes nothing. It offers compression as a
/// browser does, and does not spend the driver's time on unpacking: what it costs the server is what counts.
/// </summary>
internal sealed class PlainViewer : IDisposable
{
    private const int MostPayload = 125;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 8 * 1024 };
    private readonly byte[] _buffer = new byte[8 * 1024];
    private Task _reading = Task.CompletedTask;

    private PlainViewer()
    {
    }

    /// <summary>False once the server has ended the connection; of a stalled one nobody knows.</summary>
    public bool IsThere => !_reading.IsCompleted;

    /// <exception cref="LoadFailedException">The server does not let it in.</exception>
    public static async Task<PlainViewer> Join(Uri server, string scope, bool isStalled, CancellationToken cancel)
    {
        var viewer = new PlainViewer();
        try
        {
            await viewer.Connect(server, cancel);
            await viewer.Say(HubWords.Handshake, cancel);
            await viewer.Say(HubWords.Subscribe(scope), cancel);
            // The answer has begun to come, so the server knows its scope.
            await viewer._socket.ReceiveAsync(viewer._buffer, cancel);
            if (!isStalled) viewer._reading = viewer.Read();
            return viewer;
        }
        catch (Exception fault)
        {
            viewer.Dispose();
            if (fault is SocketException) throw new LoadFailedException($"A viewer could not connect: {fault.Message}", fault);
            throw;
        }
    }

    /// <summary>Says that it still listens. A connection that has ended is found out by its reading.</summary>
    public async Task SaySomething()
    {
        try
        {
            await Say(HubWords.Ping, CancellationToken.None);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It ended.
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task Connect(Uri server, CancellationToken cancel)
    {
        await _socket.ConnectAsync(server.Host, server.Port, cancel);
        var request = $"GET /{HubWords.Path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n";
        await _socket.SendAsync(Encoding.ASCII.GetBytes(request), cancel);
        var received = await _socket.ReceiveAsync(_buffer, cancel);
        var answer = Encoding.ASCII.GetString(_buffer, 0, received);
        if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal)) throw new LoadFailedException($"A viewer was not let in: {answer.Split('\r')[0]}");
    }

    // A frame of text, masked with zeros: RFC 6455 asks for a mask, and what it hides from is not here.
    private async Task Say(ReadOnlyMemory<byte> record, CancellationToken cancel)
    {
        if (record.Length > MostPayload) throw new ArgumentException("A longer frame has another head.", nameof(record));
        await _socket.SendAsync((byte[])[0x81, (byte)(0x80 | record.Length), 0, 0, 0, 0, .. record.Span], cancel);
    }

    private async Task Read()
    {
        try
        {
            while (await _socket.ReceiveAsync(_buffer, CancellationToken.None) > 0)
            {
                // Taken, and forgotten.
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It ended.
        }
    }
}
