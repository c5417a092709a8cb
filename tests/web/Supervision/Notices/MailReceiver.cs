using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsBoard.Web.Tests.Supervision.Notices;

/// <summary>A mail server on loopback that keeps what it takes, without TLS; it says of itself no more than a message needs.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _lines = [];
    private readonly Task _accepting;

    public MailReceiver()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>As they came after DATA, each with the addresses it was for.</summary>
    public ConcurrentQueue<(string[] To, string Text)> Taken { get; } = new();

    /// <summary>The answer to each address; null: all are taken.</summary>
    public string? RefusesAddresses { get; set; }

    /// <summary>Takes connections and says nothing.</summary>
    public bool IsMute { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await Task.WhenAll(_lines.Append(_accepting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task Accept()
    {
        while (!_end.IsCancellationRequested) _lines.Add(Serve(await _listener.AcceptTcpClientAsync(_end.Token)));
    }

    private async Task Serve(TcpClient client)
    {
        using var line = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (IsMute) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else await Talk(reader, writer);
    }

    private async Task Talk(StreamReader reader, StreamWriter writer)
    {
        var to = new List<string>();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_end.Token) is { } said)
        {
            switch (said.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO": await writer.WriteLineAsync("250 test"); break;
                case "RCPT" when RefusesAddresses is { } answer: await writer.WriteLineAsync(answer); break;
                case "RCPT": to.Add(said); await writer.WriteLineAsync("250 ok"); break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Taken.Enqueue(([.. to], await Message(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("250 ok"); break;
            }
        }
    }

    private async Task<string> Message(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".") text.Append(line).Append("\r\n");
        return text.ToString();
    }
}
