using System.Text.Json.Nodes;

namespace OpsBoard.Web.Tests.OpenApi;

/// <summary>One operation as the document describes it.</summary>
internal sealed record ApiOperation(string Path, HttpMethod Method, JsonObject Described, JsonSchema Schema)
{
    public string Id => (string)Described["operationId"]!;

    public IEnumerable<JsonNode> Parameters => (Described["parameters"]?.AsArray() ?? []).Select(each => each!["$ref"] is { } reference ? Schema.Resolve((string)reference!) : each);

    /// <summary>The types of bodies that may be sent; null stands for none.</summary>
    public IEnumerable<string?> Bodies => Described["requestBody"]?["content"]?.AsObject().Select(static body => (string?)body.Key) ?? [null];

    /// <summary>The types of answers, with their schemas and examples.</summary>
    public JsonObject Answers => Described["responses"]!["200"]!["content"]!.AsObject();

    public override string ToString() => Id;

    /// <summary>The example of a request, as a client would send it.</summary>
    public HttpRequestMessage Request(string? body, string accept)
    {
        var query = Examples("query").Select(static each => $"{each.Name}={Uri.EscapeDataString(each.Value)}");
        // A unit path keeps its slashes.
        var address = Examples("path").Aggregate(Path, static (path, each) => path.Replace($"{{{each.Name}}}", Uri.EscapeDataString(each.Value).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal));
        var request = new HttpRequestMessage(Method, $"{address}?{string.Join('&', query)}") { Headers = { { "Accept", accept }, { "Sec-Fetch-Site", "same-origin" } } };
        if (body is null) return request;
        var example = Described["requestBody"]!["content"]![body]!["example"]!;
        request.Content = new StringContent(body.StartsWith("text/", StringComparison.Ordinal) ? (string)example! : example.ToJsonString(), System.Text.Encoding.UTF8, body);
        if (body != "application/json") return request;
        foreach (var (name, value) in Examples("header")) request.Headers.Add(name, value);
        return request;
    }

    private IEnumerable<(string Name, string Value)> Examples(string place) =>
        Parameters.Where(each => (string)each["in"]! == place && each["example"] is not null).Select(static each => ((string)each["name"]!, each["example"]!.ToString()));
}
