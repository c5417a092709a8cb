using System.Net;
using System.Text.Json.Nodes;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.OpenApi;

/// <summary>A server that was sent every example of the document, and what it answered. The answers are left in artifacts/openapi.</summary>
public sealed class DescribedServer : IAsyncLifetime
{
    private const string Units = """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},
          {"path":"hainan/jiyang","name":{"zh":"吉阳区","en":"Jiyang"},"peerGroup":"districts"},
          {"path":"hainan/jiyang/housing","name":{"zh":"住房和城乡建设局","en":"Housing"}},
          {"path":"hainan/jiyang/housing/w03","name":{"zh":"3号窗口","en":"Window 3"}},
          {"path":"hainan/tianya","name":{"zh":"天涯区","en":"Tianya"},"peerGroup":"districts"}]}
        """;

    private readonly Dictionary<(string Id, string Type), string> _answers = [];

    internal LiveServer Server { get; private set; } = null!;

    internal JsonNode Document { get; private set; } = null!;

    internal JsonSchema Schema => new(Document);

    internal IEnumerable<ApiOperation> Operations => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(each => new ApiOperation(path.Key, HttpMethod.Parse(each.Key), each.Value!.AsObject(), Schema)));

    public async ValueTask InitializeAsync()
    {
        // The window was live eleven days ago, so what is said of that day now waits for a decision.
        Server = await LiveServer.Start(RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(Units), "units.json"), ManualClock.Opening.AddDays(-11));
        Document = JsonNode.Parse(await Server.Client.GetStringAsync("/openapi/v1.json"))!;
        foreach (var file in (string[])["queue-machines.json", "duties.json", "target-plans.json"]) File.Copy(Path.Combine(Corpora.Repository(), "docs", "examples", file), Path.Combine(Server.Data, file));
        Server.LookAtConfiguration();
        await Server.Post(SentEvent.Accepted("c-1", trips: 0, window: "hainan/jiyang/housing/w03", at: Server.Clock.Now));
        Server.Clock.Now = ManualClock.Opening;
        await Server.Post([SentEvent.Accepted("c-3", window: "hainan/jiyang/housing/w03", at: ManualClock.Opening.AddDays(-11)), .. Month("jiyang", late: 3), .. Month("tianya", late: 1)]);
        await Server.Post([Numbered(1), Numbered(2), Numbered(4)]);
        await Server.Post(Numbered(4, trips: 2));
        foreach (var operation in Operations.Where(static each => each.Method == HttpMethod.Post)) await Send(operation);
        await Server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 4);
        await Recorded();
        foreach (var operation in Operations.Where(static each => each.Method == HttpMethod.Get)) await Send(operation);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>The body of the answer to an operation's example.</summary>
    internal string Answer(ApiOperation operation, string type) => _answers[(operation.Id, type)];

    private async Task Send(ApiOperation operation)
    {
        foreach (var body in operation.Bodies)
        {
            foreach (var (type, _) in operation.Answers) await Send(operation, body, type);
        }
    }

    private async Task Send(ApiOperation operation, string? body, string type)
    {
        using var request = operation.Request(body, type);
        using var answer = await Server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var text = type == "text/event-stream" ? await FirstEvent(answer) : await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && operation.Id == "replay")
        {
            // It is being counted.
            await Task.Yield();
            await Send(operation, body, type);
            return;
        }

        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{operation.Id} answers its example with {(int)answer.StatusCode}: {text}");
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("\"rejected\":1", text, StringComparison.Ordinal);
        _answers[(operation.Id, type)] = text;
        var folder = Directory.CreateDirectory(Path.Combine(Corpora.Repository(), "artifacts", "openapi")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{operation.Id}.{type.Split('/')[1]}"), text);
    }

    private static async Task<string> FirstEvent(HttpResponseMessage answer)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line) lines.Add(line);
        return string.Join('\n', lines);
    }

    /// <summary>Thirty cases with a promise of a day, enough to be ranked by, of which some are late.</summary>
    private static IEnumerable<object> Month(string county, int late) => Enumerable.Range(1, 30).SelectMany(number => new[]
    {
        SentEvent.Of("case.accepted", $"{county}-{number}-accepted", $"hainan/{county}/housing/w03", ManualClock.Opening.AddDays(-4), new { @case = $"{county}-{number}", promisedDays = 1 }),
        SentEvent.Of("case.completed", $"{county}-{number}-completed", $"hainan/{county}/housing/w03", ManualClock.Opening.AddDays(number <= late ? 0 : -4), new { @case = $"{county}-{number}" }),
    });

    /// <summary>An event of a source that numbers what it sends.</summary>
    private static object Numbered(int number, int trips = 0) => new
    {
        specversion = "1.0",
        id = $"n-{number}",
        source = "hall-3",
        type = "opsboard.case.accepted",
        subject = "hainan/tianya/housing/w03",
        time = "2026-11-20T09:59:00+08:00",
        sequence = $"{number}",
        data = new { @case = $"n-{number}", trips },
    };

    // A minute later a frame is due to be recorded, whatever was recorded before.
    private async Task Recorded()
    {
        Server.Clock.Now = Server.Clock.Now.AddMinutes(1);
        await using var stream = await EventStream.Open(Server.Client, "hainan");
        while (await Server.Service<IBoardTokens>().FindToken(UnitPath.Parse("hainan"), long.MaxValue, TestContext.Current.CancellationToken) is not { Behind: 0 }) await stream.Next();
    }
}
