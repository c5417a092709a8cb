using System.Net;
using System.Text;
using System.Text.Json;

namespace OpsBoard.Web.Tests.Follow;

/// <summary>A server's door for lines: it takes each once, calls the second a duplicate and refuses those with a 9 for a window.</summary>
internal sealed class FakeDoor : HttpMessageHandler
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Every line that came, however often.</summary>
    public List<string> Came { get; } = [];

    /// <summary>What it answers instead, one after the other, before it takes anything again; null: it is not there.</summary>
    public Queue<HttpResponseMessage?> Instead { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Instead.TryDequeue(out var instead)) return instead ?? throw new HttpRequestException("nobody listens");
        var lines = (await request.Content!.ReadAsStringAsync(cancellationToken)).Split('\n');
        Came.AddRange(lines);
        var results = lines.Index().Select(Judge).Where(static result => result is not null);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(new { accepted = 0, duplicate = 0, conflict = 0, rejected = 0, results }), Encoding.UTF8, "application/json") };
    }

    private object? Judge((int Index, string Line) line)
    {
        if (line.Line.Split('|')[3] == "9") return new { index = line.Index, status = "rejected", reason = "unknown_window", detail = "Add it." };
        return _known.Add(line.Line) ? null : new { index = line.Index, id = line.Line, status = "duplicate" };
    }
}
