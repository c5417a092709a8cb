using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>Every endpoint, asked by every role, for a unit of its own and for another's.</summary>
public sealed class WhoMayWhatTests(ITestOutputHelper output)
{
    private const string Own = "hainan/haikou";
    private const string Foreign = "hainan/sanya";

    private static readonly string[] Figures = ["Leader", "Operator", "Auditor", "Wall"];
    private static readonly string[] People = ["Leader", "Operator", "Auditor"];
    private static readonly string[] Everybody = ["Leader", "Operator", "Auditor", "Administrator", "Wall"];

    // Written out by hand, apart from the product's own list: method, pattern, who. Whole: only with all units in scope.
    private static readonly (string Method, string Pattern, string[] Roles, bool IsWhole)[] Expected =
    [
        ("GET", "/", Everybody, false),
        ("GET", "/wall/{*Asked}", Figures, false),
        ("GET", "/m/{*Asked}", People, false),
        ("GET", "/units/{*Asked}", People, false),
        ("GET", "/lagging/{*Asked}", People, false),
        ("GET", "/rankings/{*Asked}", People, false),
        ("GET", "/reviews/{*Asked}", People, false),
        ("GET", "/supervision/{*Asked}", People, false),
        ("POST", "/supervision/register", ["Leader", "Operator"], false),
        ("POST", "/supervision/amend", ["Leader", "Operator"], false),
        ("POST", "/supervision/act", ["Leader", "Operator"], false),
        ("POST", "/supervision/import", ["Leader", "Operator"], false),
        ("POST", "/supervision/duty", ["Leader", "Operator"], false),
        ("POST", "/supervision/survey", ["Leader", "Operator"], false),
        ("POST", "/supervision/withdraw", ["Leader", "Operator"], false),
        ("GET", "/api/v1/supervision", People, false),
        ("GET", "/api/v1/supervision/targets", People, false),
        ("GET", "/api/v1/supervision/duties", People, false),
        ("GET", "/api/v1/supervision/surveys", People, false),
        ("POST", "/api/v1/supervision/events", [], false),
        ("POST", "/api/v1/supervision/import", ["Leader", "Operator"], false),
        ("GET", "/replay/{*Asked}", People, false),
        ("GET", "/table/{*Asked}", People, false),
        ("GET", "/fleet", ["Operator", "Administrator"], false),
        ("POST", "/fleet/ask", ["Operator", "Administrator"], false),
        ("GET", "/sources", [.. People, "Administrator"], true),
        ("GET", "/recount", [.. People, "Administrator"], true),
        ("POST", "/language", Everybody, false),
        ("POST", "/text-size", Everybody, false),
        ("GET", "/version", Everybody, false),
        ("POST", "/api/v1/events", [], false),
        ("POST", "/api/v1/milestones", [], false),
        ("POST", "/api/v1/adapters/queue", [], false),
        ("GET", "/api/v1/milestones", People, false),
        ("GET", "/api/v1/units", People, false),
        ("GET", "/api/v1/units/{**path}", Figures, false),
        ("GET", "/api/v1/live", Figures, false),
        ("GET", "/hubs/board", Figures, false),
        ("GET", "/hubs/board/negotiate", Figures, false),
        ("GET", "/api/v1/indicators", People, false),
        ("GET", "/api/v1/rankings/{indicator}", People, false),
        ("GET", "/api/v1/lagging", People, false),
        ("GET", "/api/v1/assessments/{id}", People, false),
        ("GET", "/api/v1/reviews", People, false),
        ("GET", "/api/v1/revisions", People, false),
        ("POST", "/api/v1/revisions/{number:long}", ["Leader"], false),
        ("GET", "/api/v1/replay/{**scope}", People, false),
        ("GET", "/api/v1/tables/{table}", People, false),
        ("GET", "/api/v1/sources", [.. People, "Administrator"], true),
        ("GET", "/api/v1/sources/{source}/gaps", [.. People, "Administrator"], true),
        ("GET", "/api/v1/walls", ["Operator", "Administrator"], false),
        ("POST", "/api/v1/walls/self", Figures, false),
        ("GET", "/api/v1/self", Figures, false),
        ("GET", "/account", Everybody, false),
        ("POST", "/account/password", Everybody, false),
        ("POST", "/signout", Everybody, false),
        ("GET", "/admin/devices", ["Operator", "Administrator"], false),
        ("GET", "/admin/devices.csv", ["Operator", "Administrator"], false),
        ("POST", "/admin/devices/approve", ["Operator", "Administrator"], false),
        ("POST", "/admin/devices/revoke", ["Operator", "Administrator"], false),
        ("GET", "/admin/sources", ["Administrator"], false),
        ("GET", "/admin/sources.csv", ["Administrator"], false),
        ("POST", "/admin/sources/add", ["Administrator"], false),
        ("POST", "/admin/sources/change", ["Administrator"], false),
        ("POST", "/admin/sources/rotate", ["Administrator"], false),
        ("POST", "/admin/sources/revoke", ["Administrator"], false),
        ("GET", "/admin/people", ["Administrator"], false),
        ("GET", "/admin/people.csv", ["Administrator"], false),
        ("POST", "/admin/people/add", ["Administrator"], false),
        ("POST", "/admin/people/change", ["Administrator"], false),
        ("POST", "/admin/people/password", ["Administrator"], false),
        ("POST", "/admin/people/end", ["Administrator"], false),
        ("GET", "/admin/units", ["Administrator"], false),
        ("GET", "/admin/units.csv", ["Administrator"], false),
        ("GET", "/admin/targets", ["Administrator"], false),
        ("GET", "/admin/targets.csv", ["Administrator"], false),
        ("GET", "/admin/calendars", ["Administrator"], false),
        ("GET", "/admin/calendars.csv", ["Administrator"], false),
        ("GET", "/admin/audit", ["Auditor", "Administrator"], false),
        ("GET", "/admin/audit.csv", ["Auditor", "Administrator"], false),
    ];

    // Beneath one address, for fewer people than the board itself.
    private static readonly (string Reading, string[] Roles)[] Readings = [("history", People), ("events?counter=accepted", People), ("recount", People)];

    [Fact]
    public async Task A_role_may_what_the_list_says_within_its_scope_and_nothing_else()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);
        List<string> wrong = [];
        var asked = 0;
        foreach (var endpoint in EveryEndpointTests.Endpoints(server).Where(static endpoint => endpoint.Metadata.GetMetadata<ScopeFromAttribute>() is not null))
        {
            foreach (var method in MethodsOf(endpoint))
            {
                var pattern = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
                var expected = Expected.SingleOrDefault(known => known.Pattern == pattern && known.Method == method, (method, pattern, ["not on the list"], false));
                foreach (var (role, scope, unit) in Askers())
                {
                    var may = expected.Roles.Contains(role) && (!expected.IsWhole || scope == "hainan" || role == "Administrator") && (!HasScope(endpoint) || unit != Foreign || scope == "hainan");
                    asked++;
                    if (await IsLetIn(server, method, AddressOf(pattern, unit), role, scope) != may) wrong.Add($"{role} of {scope}: {method} {AddressOf(pattern, unit)} should be {(may ? "let in" : "refused")}");
                }
            }
        }

        output.WriteLine($"{asked} questions");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Further_readings_of_a_unit_are_for_fewer_people_than_its_board()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);
        List<string> wrong = [];
        foreach (var (reading, roles) in Readings)
        {
            foreach (var (role, scope, unit) in Askers())
            {
                var may = roles.Contains(role) && (unit != Foreign || scope == "hainan");
                if (await IsLetIn(server, "GET", $"/api/v1/units/{unit}/{reading}", role, scope) != may) wrong.Add($"{role} of {scope}: {unit}/{reading}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Who_is_not_let_in_learns_nothing_of_what_there_is()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);

        var (there, nowhere) = (await Body(server, $"/api/v1/units/{Foreign}"), await Body(server, "/api/v1/units/hainan/nowhere"));

        Assert.Equal(there, nowhere);
        Assert.Equal(HttpStatusCode.Forbidden, there.Status);
    }

    private static IEnumerable<(string Role, string Scope, string Unit)> Askers() =>
        from role in Everybody
        from scope in (string[])["hainan", Own]
        from unit in (string[])[Own, Foreign]
        select (role, scope, unit);

    private static bool HasScope(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ScopeFromAttribute>() is not { Place: ScopePlace.Nowhere };

    // A page answers GET and POST; the hub whatever comes.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var one] ? [one] : ["GET"];

    private static string AddressOf(string pattern, string unit) => pattern
        .Replace("{*Asked}", unit, StringComparison.Ordinal).Replace("{**path}", unit, StringComparison.Ordinal).Replace("{**scope}", unit, StringComparison.Ordinal)
        .Replace("{indicator}", "satisfaction-active", StringComparison.Ordinal).Replace("{id}", "monthly", StringComparison.Ordinal).Replace("{table}", "children", StringComparison.Ordinal)
        .Replace("{source}", "s", StringComparison.Ordinal).Replace("{number:long}", "1", StringComparison.Ordinal) + $"?scope={unit}";

    private static async Task<bool> IsLetIn(LiveServer server, string method, string address, string role, string scope)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add(AsPrincipal.Header, $"{role} {scope}");
        if (method == "POST") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) || await IsOfOrigin(answer);
    }

    // A report of a wall is refused for another reason too.
    private static async Task<bool> IsOfOrigin(HttpResponseMessage answer) => (await answer.Content.ReadAsStringAsync()).Contains("Another origin", StringComparison.Ordinal);

    private static async Task<(HttpStatusCode Status, string Body)> Body(LiveServer server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(AsPrincipal.Header, $"Operator {Own}");
        using var answer = await server.Client.SendAsync(request);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, $"{problem.GetProperty("title")} {problem.GetProperty("detail")}");
    }
}
