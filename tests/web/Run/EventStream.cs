using System.Text.Json;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Tests.Run;

/// <summary>A reader of <c>/api/v1/live</c>.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _client;
    private readonly string _scope;
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _reader;

    private EventStream(HttpClient client, string scope, HttpResponseMessage answer, Stream body) =>
        (_client, _scope, _answer, _reader) = (client, scope, answer, new StreamReader(body));

    public static async Task<EventStream> Open(HttpClient client, string scope, string? lastEventId = null, string? asker = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/live?scope={scope}");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        if (asker is not null) request.Headers.Add(AsPrincipal.Header, asker);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new EventStream(client, scope, answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next message: its name, its id and its body.</summary>
    public async Task<(string Name, string Id, JsonElement Body)> Next()
    {
        var (name, id, body) = ("", "", default(JsonElement));
        while (await _reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length == 0) return (name, id, body);
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) body = JsonSerializer.Deserialize<JsonElement>(line[6..]);
        }

        throw new EndOfStreamException("The server ended the stream.");
    }

    /// <summary>The next message of a name; ticks come between whenever the machine is slow.</summary>
    public async Task<(string Name, string Id, JsonElement Body)> Next(string name)
    {
        while (true)
        {
            var message = await Next();
            if (message.Name == name) return message;
        }
    }

    /// <summary>Reads the whole board after each message until it is as expected.</summary>
    public async Task<JsonElement> Snapshot(Func<JsonElement, bool> until)
    {
        while (true)
        {
            var (name, _, body) = await Next();
            var board = name == "snapshot" ? body : JsonSerializer.Deserialize<JsonElement>(await _client.GetStringAsync($"/api/v1/units/{_scope}"));
            if (until(board)) return board;
        }
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
