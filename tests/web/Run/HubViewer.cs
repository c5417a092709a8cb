using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Tests.Run;

/// <summary>A screen's side of the hub, spoken by hand: the JSON protocol of SignalR over a WebSocket.</summary>
internal sealed class HubViewer : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _received = new();
    private byte[] _rest = [];
    private int _calls;

    private HubViewer()
    {
    }

    public static async Task<HubViewer> Connect(string address, string? asker = null)
    {
        var viewer = new HubViewer();
        if (asker is not null) viewer._socket.Options.SetRequestHeader(AsPrincipal.Header, asker);
        await viewer._socket.ConnectAsync(new Uri($"{address.Replace("http://", "ws://", StringComparison.Ordinal)}/hubs/board"), CancellationToken.None);
        await viewer.Send(new { protocol = "json", version = 1 });
        await viewer.Record();
        return viewer;
    }

    /// <summary>Calls a hub method and answers with what it returned; messages that came before are kept for <see cref="Next"/>.</summary>
    public async Task<JsonElement> Call(string method, params object[] arguments)
    {
        var id = $"{++_calls}";
        await Send(new { type = 1, invocationId = id, target = method, arguments });
        var early = new List<JsonElement>();
        while (true)
        {
            var record = await Record();
            if (record.GetProperty("type").GetInt32() != 3)
            {
                early.Add(record);
                continue;
            }

            early.ForEach(_received.Enqueue);
            return record.TryGetProperty("error", out var error) ? error : record.TryGetProperty("result", out var result) ? result : default;
        }
    }

    /// <summary>The next message from the server, pings left out.</summary>
    public async Task<(string Name, JsonElement Body)> Next()
    {
        while (true)
        {
            var record = await Record();
            if (record.GetProperty("type").GetInt32() == 1) return (record.GetProperty("target").GetString()!, record.GetProperty("arguments")[0]);
        }
    }

    /// <summary>The next message that fulfils a condition.</summary>
    public async Task<(string Name, JsonElement Body)> Next(Func<string, JsonElement, bool> until)
    {
        while (true)
        {
            var message = await Next();
            if (until(message.Name, message.Body)) return message;
        }
    }

    /// <summary>Says that it still listens: the server cuts off who says nothing for 30 s.</summary>
    public Task Ping() => Send(new { type = 6 });

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Send(object record) =>
        _socket.SendAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(record), EndOfRecord], WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonElement> Record()
    {
        while (!_received.TryPeek(out _)) await Receive();
        return _received.Dequeue();
    }

    private async Task Receive()
    {
        var buffer = new byte[64 * 1024];
        var result = await _socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience);
        if (result.MessageType == WebSocketMessageType.Close) throw new EndOfStreamException("The server closed the connection.");
        _rest = [.. _rest, .. buffer.AsSpan(0, result.Count)];
        while (Array.IndexOf(_rest, EndOfRecord) is var end and >= 0)
        {
            _received.Enqueue(JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(_rest, 0, end)));
            _rest = _rest[(end + 1)..];
        }
    }
}
