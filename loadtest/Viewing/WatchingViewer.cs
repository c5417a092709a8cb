using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>A viewer on the hub that reads what it is told: how many cases the county of the probe has, and whether a frame is missing.</summary>
/// <param name="county">Whose figure is looked for.</param>
/// <param name="seen">Told the count of each frame that has the figure.</param>
internal sealed class WatchingViewer(string county, Action<WatchingViewer, int> seen) : IDisposable
{
    private const int Invocation = 1;
    private const int Completion = 3;

    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _message = new();
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _key = $"{county}.accepted";
    private Task _reading = Task.CompletedTask;

    public FrameCheck Frames { get; } = new();

    /// <summary>Cases that it has seen so far.</summary>
    public int Seen { get; set; }

    public bool IsThere => !_reading.IsCompleted;

    /// <exception cref="LoadFailedException">The server does not let it in.</exception>
    public async Task Join(Uri server, string scope, CancellationToken cancel)
    {
        try
        {
            _socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
            await _socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = HubWords.Path }.Uri, cancel);
            await Say(HubWords.Handshake);
            await Say(HubWords.Subscribe(scope));
            _reading = Read();
            await Task.WhenAny(_joined.Task, _reading).WaitAsync(cancel);
            if (!_joined.Task.IsCompletedSuccessfully) throw new LoadFailedException($"The hub does not show {scope}.");
        }
        catch (WebSocketException fault)
        {
            throw new LoadFailedException($"A viewer could not connect: {fault.Message}", fault);
        }
    }

    public async Task SaySomething()
    {
        try
        {
            await Say(HubWords.Ping);
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It ended.
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task Say(ReadOnlyMemory<byte> record) => _socket.SendAsync(record, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask();

    private async Task Read()
    {
        var buffer = new byte[32 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                _message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage) TakeRecords();
            }
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It ended.
        }
    }

    private void TakeRecords()
    {
        var rest = _message.GetBuffer().AsMemory(0, (int)_message.Length);
        while (rest.Span.IndexOf(HubWords.EndOfRecord) is var end and >= 0)
        {
            Take(rest[..end]);
            rest = rest[(end + 1)..];
        }

        var left = rest.ToArray();
        _message.SetLength(0);
        _message.Write(left);
    }

    private void Take(ReadOnlyMemory<byte> record)
    {
        using var json = JsonDocument.Parse(record);
        var root = json.RootElement;
        var type = root.TryGetProperty("type", out var told) ? told.GetInt32() : 0;
        if (type == Completion && root.TryGetProperty("result", out var snapshot)) Take(snapshot);
        if (type == Invocation && root.GetProperty("target").GetString() is not "Tick") Take(root.GetProperty("arguments")[0]);
    }

    private void Take(JsonElement body)
    {
        var version = body.GetProperty("version").GetInt64();
        if (body.TryGetProperty("baseVersion", out var from)) Frames.Patch(from.GetInt64(), version);
        else Frames.Snapshot(version);
        if (body.GetProperty("shown").TryGetProperty(_key, out var figure) && CountOf(figure.GetProperty("t")) is { } count) seen(this, count);
        _joined.TrySetResult();
    }

    // From ten thousand on a figure is printed in words, of which there are two; no probe comes so far.
    private static int? CountOf(JsonElement text) =>
        text.ValueKind == JsonValueKind.String && int.TryParse(text.GetString(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? count : null;
}
