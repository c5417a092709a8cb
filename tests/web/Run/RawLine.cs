using System.Net.Sockets;
using System.Text;

namespace OpsBoard.Web.Tests.Run;

/// <summary>A socket on which a test says what no client would.</summary>
internal sealed class RawLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <param name="receiveBuffer">What the kernel may take in before the reader asks for it; 0: as much as it likes.</param>
    public static async Task<RawLine> To(Uri server, int receiveBuffer = 0)
    {
        var line = new RawLine();
        if (receiveBuffer > 0) line._socket.ReceiveBufferSize = receiveBuffer;
        await line._socket.ConnectAsync(server.Host, server.Port);
        return line;
    }

    public Task Say(string latin1) => Say(Encoding.Latin1.GetBytes(latin1));

    public async Task Say(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await _socket.SendAsync(bytes)..];
    }

    public void EndSaying() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Some bytes; empty when the server has closed the line, or broken it.</summary>
    public async Task<ReadOnlyMemory<byte>> Hear(int most = int.MaxValue)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            return _buffer.AsMemory(0, await _socket.ReceiveAsync(_buffer.AsMemory(0, Math.Min(most, _buffer.Length)), patience.Token));
        }
        catch (SocketException)
        {
            return default;
        }
    }

    /// <summary>Everything up to the end of a text, or up to the end of the line.</summary>
    public async Task<string> HearUntil(string text)
    {
        var heard = new StringBuilder();
        while (!heard.ToString().Contains(text, StringComparison.Ordinal) && await Hear() is { IsEmpty: false } more) heard.Append(Encoding.Latin1.GetString(more.Span));
        return heard.ToString();
    }

    public async Task<string> HearAll()
    {
        var heard = new StringBuilder();
        while (await Hear() is { IsEmpty: false } more) heard.Append(Encoding.Latin1.GetString(more.Span));
        return heard.ToString();
    }

    public void Dispose() => _socket.Dispose();
}
