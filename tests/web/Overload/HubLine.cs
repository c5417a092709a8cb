using System.Net.WebSockets;
using System.Text;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Says anything to the hub, and hears whether it still answers or has closed.</summary>
internal sealed class HubLine : IDisposable
{
    private const string Question = "{\"type\":1,\"invocationId\":\"alive\",\"target\":\"Subscribe\",\"arguments\":[\"hainan\"]}\u001e";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();

    /// <returns>"answers", or "closed" when the hub ended the connection: one of them must be, within a minute.</returns>
    public static async Task<string> After(Uri server, ReadOnlyMemory<byte> message, bool shakesHands = true)
    {
        using var line = new HubLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await line._socket.ConnectAsync(new Uri($"ws://{server.Authority}/hubs/board"), patience.Token);
            // With a ping, as a screen says it: a message of a type that SignalR does not know keeps what follows from being read, and only who pinged once is cut off for silence.
            if (shakesHands) await line.Say("{\"protocol\":\"json\",\"version\":1}\u001e{\"type\":6}\u001e"u8.ToArray(), patience.Token);
            await line.Say(message, patience.Token);
            await line.Say("\u001e"u8.ToArray(), patience.Token);
            await line.Say(Encoding.UTF8.GetBytes(Question), patience.Token);
            return await line.IsAnswered(patience.Token) ? "answers" : "closed";
        }
        catch (WebSocketException)
        {
            return "closed";
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task Say(ReadOnlyMemory<byte> bytes, CancellationToken patience) => _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, patience).AsTask();

    private async Task<bool> IsAnswered(CancellationToken patience)
    {
        var (buffer, heard) = (new byte[64 * 1024], new StringBuilder());
        while (!heard.ToString().Contains("\"invocationId\":\"alive\"", StringComparison.Ordinal))
        {
            var result = await _socket.ReceiveAsync(buffer, patience);
            if (result.MessageType == WebSocketMessageType.Close) return false;
            heard.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
        }

        return true;
    }
}
