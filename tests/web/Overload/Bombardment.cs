using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Spoilt requests to every endpoint that the server has, and spoilt messages to its hub; what may not happen is noted.</summary>
internal sealed class Bombardment : IDisposable
{
    private const int Gunners = 4;
    private const int MostFaults = 20;

    // The same ones come again, so that a long run leaves no more open cases than a short one.
    private const int Neighbours = 1_000;

    private static readonly string[] ContentTypes =
        ["application/cloudevents-batch+json", "application/cloudevents+json", "application/json", "application/x-www-form-urlencoded", "text/plain", "application/cloudevents-batch+json; charset=gbk"];

    private static readonly ImmutableArray<byte[]> Bodies =
    [
        .. new[]
        {
            SomeItem.Batch(Item(), Item(("id", "\"e-2\""), ("sequence", "\"7\""), ("stream", "\"s\""))),
            SomeItem.Batch(Item(("type", "\"opsboard.correction\""), ("data", """{"target":"e-1","revision":1,"data":{"case":"c-1","trips":1}}"""))),
            Item(("type", "\"opsboard.review.submitted\""), ("data", """{"review":"r-1","case":"c-1","stars":2}""")),
            """{"unit":"hainan/haikou","id":"one-thing","value":61,"qualifier":"exact","document":"d","documentDate":"2022-12-30","declaredBy":"office","target":{"value":80,"year":2023,"document":"d"}}""",
            """{"decision":"approve","by":"somebody"}""",
            """{"scope":"hainan","view":"overview","paused":false,"width":1920,"height":1080,"amThousandths":1000,"build":"b","nodes":1,"reloads":0}""",
            "number=1&command=identify&__RequestVerificationToken=x",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly string[] Queries = ["period", "scope", "day", "counter", "at", "speed", "from", "to", "format", "state", "group", "indicator", "lane", "pace", "sort", "key", "view", "lang", "metric", "page"];

    private static readonly string[] Values = ["today", "hainan", "hainan/~/housing", "hainan/haikou/housing/w01", "2026-11-20", "all", "accepted,completed", "2026-11-20T09:00", "csv", "overdue", "month", "2026-01-01..2026-11-20", "1", "zh"];

    private readonly ImmutableArray<(string Method, string Path)> _endpoints;
    private readonly ImmutableArray<(string Method, string Path)> _doors;
    private readonly HttpClient _client;
    private long _answers;

    public Bombardment(LiveServer server)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };
        _endpoints = [.. server.Service<IEnumerable<EndpointDataSource>>().SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(Ways).Distinct().OrderBy(static way => way.Path, StringComparer.Ordinal)];
        _doors = [.. _endpoints.Where(static way => way.Method == "POST" && way.Path.StartsWith("/api/", StringComparison.Ordinal))];
    }

    public int Endpoints => _endpoints.Length;

    public long Answers => Interlocked.Read(ref _answers);

    public ConcurrentDictionary<int, long> Statuses { get; } = [];

    /// <summary>Answers that no garbage may cause, with what caused them; the first ones.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    public Task Fire(int shots, int seed) => Task.WhenAll(Enumerable.Range(0, Gunners).Select(gunner => Task.Run(() => Fire(shots / Gunners, seed, gunner))));

    public void Dispose() => _client.Dispose();

    private static IEnumerable<(string Method, string Path)> Ways(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
        // The stream never ends, and connects are counted: the door and the hub have tests of their own.
        var path = endpoint.RoutePattern.RawText ?? "";
        return path.Contains("/live", StringComparison.Ordinal) || path.Contains("hubs/", StringComparison.Ordinal) ? [] : methods.Select(method => (method, "/" + path.TrimStart('/')));
    }

    private async Task Fire(int shots, int seed, int gunner)
    {
        var mutator = new Mutator((seed * Gunners) + gunner);
        for (var i = 0; i < shots && Faults.Count < MostFaults; i++)
        {
            if (i % 8 == 0) await FireBetweenNeighbours(mutator, $"{gunner}-{i % Neighbours}");
            else await FireAtAny(mutator);
            Interlocked.Increment(ref _answers);
        }
    }

    private async Task FireAtAny(Mutator mutator)
    {
        // Pages cost a hundred times what a refusal does, so there are fewer of them.
        var (method, path) = mutator.Next(8) switch
        {
            0 => mutator.Any(_endpoints),
            1 or 2 => mutator.Any(_doors),
            _ => ("POST", "/api/v1/events"),
        };
        var address = Filled(path, mutator) + (mutator.Next(2) == 0 ? "" : $"?{Uri.EscapeDataString(mutator.Any(Queries))}={Uri.EscapeDataString(MaybeSpoilt(mutator.Any(Values), mutator))}");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent(mutator.Spoil(mutator.Any(Bodies)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mutator.Any(ContentTypes));
            if (mutator.Next(16) == 0) request.Content.Headers.TryAddWithoutValidation("Content-Encoding", mutator.Next(2) == 0 ? "gzip" : "br");
        }

        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Statuses.AddOrUpdate((int)answer.StatusCode, 1, static (_, count) => count + 1);
        if ((int)answer.StatusCode >= 500 && !IsDeliberate(answer)) Faults.Enqueue($"{(int)answer.StatusCode} {method} {address} {(request.Content is null ? "" : Convert.ToBase64String(await request.Content.ReadAsByteArrayAsync()))}");
    }

    /// <summary>What is spoilt may make the whole body no JSON; otherwise both its neighbours are taken.</summary>
    private async Task FireBetweenNeighbours(Mutator mutator, string name)
    {
        var spoilt = mutator.Spoil(mutator.Next(2) == 0 ? Encoding.UTF8.GetBytes(Item()) : Bodies[2]);
        byte[] body = [.. Encoding.UTF8.GetBytes($"[{Neighbour($"before-{name}")},"), .. spoilt, .. Encoding.UTF8.GetBytes($",{Neighbour($"after-{name}")}]")];
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", ContentTypes[0]);
        using var answer = await _client.PostAsync("/api/v1/events", content);
        Statuses.AddOrUpdate((int)answer.StatusCode, 1, static (_, count) => count + 1);
        if (answer.StatusCode is HttpStatusCode.BadRequest || IsDeliberate(answer)) return;
        var results = answer.StatusCode == HttpStatusCode.OK ? JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync()) : default;
        if (results.ValueKind != JsonValueKind.Object || NamesNeighbour(results, name)) Faults.Enqueue($"{(int)answer.StatusCode} sunk neighbours {Convert.ToBase64String(body)}");
    }

    // Of a window that is registered.
    private static string Item(params (string Name, string Json)[] members) => SomeItem.Json([("subject", "\"hainan/haikou/housing/w01\""), .. members]);

    private static string Neighbour(string id) => Item(("id", $"\"{id}\""), ("source", "\"urn:neighbour\""), ("data", $$"""{"case":"{{id}}"}"""));

    private static bool NamesNeighbour(JsonElement answer, string name) => answer.GetProperty("results").EnumerateArray()
        .Any(result => result.TryGetProperty("id", out var id) && id.GetString() is { } told && (told == $"before-{name}" || told == $"after-{name}") && result.GetProperty("status").GetString() != "duplicate");

    private static bool IsDeliberate(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null;

    private static string Filled(string path, Mutator mutator) => string.Join('/', path.Split('/').Select(part => part.Contains('{', StringComparison.Ordinal)
        ? string.Join('/', MaybeSpoilt(mutator.Any(Values), mutator).Split('/').Select(Uri.EscapeDataString))
        : part));

    private static string MaybeSpoilt(string sound, Mutator mutator) => mutator.Next(2) == 0 ? sound : mutator.Spoil(sound);
}
