using System.Net;
using System.Text.Json;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>Whatever the way, a principal sees the same units.</summary>
public sealed class SameSetTests
{
    private static readonly string[] Scopes = ["hainan", "hainan/haikou", "hainan/sanya", "hainan/haikou/housing", "hainan/sanya/housing", "hainan/~/housing", "hainan/haikou/housing/w01", "hainan/sanya/housing/w01"];

    [Theory]
    [InlineData("Leader", "hainan", 8)]
    [InlineData("Operator", "hainan/haikou", 3)]
    [InlineData("Auditor", "hainan/haikou/housing", 2)]
    [InlineData("Leader", "hainan/~/housing", 5)]
    [InlineData("Operator", "hainan/sanya/housing/w01", 1)]
    [InlineData("Wall", "hainan/sanya", 3)]
    [InlineData("Wall", "hainan", 8)]
    [InlineData("Administrator", "hainan", 0)]
    public async Task Reading_hub_stream_page_and_table_show_the_same_units(string role, string scope, int count)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);
        var asker = $"{role} {scope}";
        var isWall = role == "Wall";

        var read = await Of(unit => Get(server, asker, $"/api/v1/units/{unit}"));
        var pushed = await Of(unit => Subscribes(server, asker, unit));
        var streamed = await Of(unit => Get(server, asker, $"/api/v1/live?scope={unit}"));
        var shown = await Of(unit => Get(server, asker, $"/{(isWall ? "wall" : "units")}/{unit}"));
        var exported = isWall ? read : await Of(unit => Get(server, asker, $"/api/v1/units/{unit}/history?format=csv"));

        Assert.Equal(count, read.Count);
        Assert.All([pushed, streamed, shown, exported], set => Assert.Equal(read, set));
    }

    [Fact]
    public async Task The_list_of_units_holds_those_of_the_scope_and_no_others()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);

        var listed = await Units(server, "Operator hainan/haikou");

        Assert.Contains("hainan/haikou", listed);
        Assert.All(listed, static unit => Assert.StartsWith("hainan/haikou", unit, StringComparison.Ordinal));
        Assert.Equal(LiveServer.Hainan.All.Length, (await Units(server, "Leader hainan")).Count);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/units/hainan/haikou")]
    [InlineData("/units/hainan/haikou/nowhere")]
    [InlineData("/lagging/hainan/haikou")]
    [InlineData("/table/hainan/haikou")]
    public async Task No_page_of_a_county_leads_to_another_one(string address)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);

        var page = await (await Answer(server, "Operator hainan/haikou", address)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("/hainan/sanya", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/units/hainan\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_scope_is_named_it_is_ones_own()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: AsPrincipal.Instead);

        var lagging = JsonSerializer.Deserialize<JsonElement>(await (await Answer(server, "Operator hainan/haikou", "/api/v1/lagging")).Content.ReadAsStringAsync());

        Assert.Equal("hainan/haikou", lagging.GetProperty("scope").GetString());
    }

    private static async Task<List<string>> Of(Func<string, Task<bool>> isSeen)
    {
        List<string> seen = [];
        foreach (var scope in Scopes)
        {
            if (await isSeen(scope)) seen.Add(scope);
        }

        return seen;
    }

    private static async Task<bool> Get(LiveServer server, string asker, string address)
    {
        using var answer = await Answer(server, asker, address);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<bool> Subscribes(LiveServer server, string asker, string unit)
    {
        try
        {
            await using var viewer = await HubViewer.Connect(server.Address, asker);
            return (await viewer.Call("Subscribe", unit)).ValueKind == JsonValueKind.Object;
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            return false;
        }
    }

    private static async Task<List<string>> Units(LiveServer server, string asker)
    {
        using var answer = await Answer(server, asker, "/api/v1/units");
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        return [.. body.GetProperty("units").EnumerateArray().Select(static unit => unit.GetProperty("unit").GetString()!)];
    }

    private static async Task<HttpResponseMessage> Answer(LiveServer server, string asker, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(AsPrincipal.Header, asker);
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
