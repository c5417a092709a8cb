using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Tests.OpenApi;

/// <summary>The document of the API says what the server does: every route, every example, every member of every answer.</summary>
public sealed class OpenApiTests(DescribedServer described) : IClassFixture<DescribedServer>
{
    [Fact]
    public void The_document_is_sound_OpenAPI_3_1()
    {
        var read = OpenApiDocument.Parse(described.Document.ToJsonString(), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(described.Operations.Count(), read.Document!.Paths.Sum(static path => path.Value.Operations!.Count));
    }

    [Fact]
    public void Every_route_of_the_API_is_toldand_nothing_else()
    {
        var told = described.Operations.Select(static operation => $"{operation.Method} {operation.Path}");

        Assert.Equal(Routes().Select(static route => $"{route.Method} {route.Path}").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_a_name_and_a_summary_of_its_own()
    {
        var operations = described.Operations.ToList();

        Assert.Equal(operations.Count, operations.Select(static operation => operation.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(operations.Count, operations.Select(static operation => (string?)operation.Described["summary"]).OfType<string>().Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_operation_names_the_roles_that_its_policy_lets_in()
    {
        var said = described.Operations.Select(static operation => $"{operation.Method} {operation.Path}: {WhoIn(operation.Described)}");

        Assert.Equal(Routes().Select(static route => $"{route.Method} {route.Path}: {WhoBy(route.Policy)}").Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_example_is_of_the_form_that_is_described()
    {
        var faults = described.Operations.SelectMany(operation => Bodies(operation).Concat(Answers(operation)).Concat(Parameters(operation))
            .SelectMany(each => described.Schema.Faults(each.Schema, each.Example, $"{operation.Id} {each.Place}")));

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_answer_to_an_example_is_of_the_form_that_is_described()
    {
        var faults = described.Operations.Where(static operation => operation.Answers.ContainsKey("application/json"))
            .SelectMany(operation => described.Schema.Faults(operation.Answers["application/json"]!["schema"], JsonNode.Parse(described.Answer(operation, "application/json")), operation.Id));

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_table_has_the_columns_of_its_example()
    {
        var tables = described.Operations.Where(static operation => operation.Answers.ContainsKey("text/csv"));

        Assert.All(tables, operation => Assert.Equal(FirstLine((string)operation.Answers["text/csv"]!["example"]!), FirstLine(described.Answer(operation, "text/csv"))));
    }

    [Fact]
    public void A_live_event_carries_the_board_that_is_described()
    {
        var live = described.Answer(described.Operations.Single(static operation => operation.Id == "followUnit"), "text/event-stream").Split('\n');

        Assert.Equal("event: snapshot", live[0]);
        Assert.Empty(described.Schema.Faults(described.Schema.Resolve("#/components/schemas/Board"), JsonNode.Parse(live[2]["data: ".Length..])));
    }

    [Theory]
    [InlineData("/api/v1/units/hainan/nowhere", 404)]
    [InlineData("/api/v1/units/hainan?period=sometimes", 400)]
    [InlineData("/api/v1/units/hainan/events?counter=none", 400)]
    [InlineData("/api/v1/rankings/none", 404)]
    [InlineData("/api/v1/sources/none/gaps", 404)]
    public async Task A_refusal_is_the_problem_that_is_described(string address, int status)
    {
        using var answer = await described.Server.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(described.Schema.Faults(described.Schema.Resolve("#/components/schemas/Problem"), JsonNode.Parse(await answer.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("month")]
    [InlineData("2026-11-01..2026-11-20")]
    public async Task A_period_is_the_board_that_is_described(string period)
    {
        var board = await described.Server.Client.GetStringAsync($"/api/v1/units/hainan/jiyang?period={period}");

        Assert.Empty(described.Schema.Faults(described.Schema.Resolve("#/components/schemas/PeriodBoard"), JsonNode.Parse(board)));
    }

    private IEnumerable<(string Method, string Path, string? Policy)> Routes() => described.Server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(static route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal))
        .SelectMany(static route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (Method: method, Path: PathOf(route), route.Metadata.GetMetadata<IAuthorizeData>()?.Policy)))
        .SelectMany(route => Further(route.Path).Select(further => (route.Method, further.Path, (string?)further.Policy)).Prepend(route));

    // What is read of a unit beneath its path shares the unit's route.
    private IEnumerable<(string Path, string Policy)> Further(string path) =>
        path == "/api/v1/units/{path}" ? described.Server.Service<IEnumerable<IUnitRead>>().Select(read => ($"{path}/{read.Name}", read.Policy)) : [];

    private static string WhoBy(string? policy) => policy switch
    {
        null => "everybody",
        Policies.Ingest => "sources",
        _ => string.Join(' ', Policies.All[policy].Roles.Select(static role => $"{role}".ToLowerInvariant())),
    };

    private static string WhoIn(JsonObject operation) => operation["security"]!.AsArray() switch
    {
        [] => "everybody",
        var ways when ways.Any(static way => way!.AsObject().ContainsKey("signature")) => "sources",
        _ => string.Join(' ', operation["x-roles"]!.AsArray().Select(static role => (string?)role)),
    };

    private static string PathOf(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(static segment =>
        string.Concat(segment.Parts.Select(static part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "?",
        }))));

    private static IEnumerable<(string Place, JsonNode? Schema, JsonNode? Example)> Bodies(ApiOperation operation) =>
        operation.Bodies.OfType<string>().Select(type => (type, operation.Described["requestBody"]!["content"]![type]!["schema"], operation.Described["requestBody"]!["content"]![type]!["example"]));

    private static IEnumerable<(string Place, JsonNode? Schema, JsonNode? Example)> Answers(ApiOperation operation) =>
        operation.Answers.Select(static answer => ($"answers {answer.Key}", answer.Value!["schema"], answer.Value["example"]));

    private static IEnumerable<(string Place, JsonNode? Schema, JsonNode? Example)> Parameters(ApiOperation operation) =>
        operation.Parameters.Where(static each => each["example"] is not null).Select(static each => ((string)each["name"]!, each["schema"], each["example"]));

    private static string FirstLine(string table) => table.TrimStart('\uFEFF').Split("\r\n")[0];
}
