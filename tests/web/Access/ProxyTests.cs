using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>What proxies say is believed of those that were named, and of nobody else.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.5", false)]
    public async Task Scheme_and_host_are_those_that_a_named_proxy_passes_on(string proxy, bool isBelieved)
    {
        await using var server = await LiveServer.Start(adjust: services => services.Configure<AccessOptions>(options => options.Proxies = [proxy]));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "board.example");
        request.Headers.Add("X-Forwarded-For", "10.1.2.3");

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(isBelieved, answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(isBelieved, answer.Headers.GetValues("Content-Security-Policy").Single().Contains("wss://board.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_server_knows_nobody_who_came_through_a_proxy()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units");
        request.Headers.Add("X-Forwarded-For", "10.1.2.3");

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://board.example/path", "Access:Origins")]
    [InlineData("board.example", "Access:Origins")]
    public async Task A_setting_that_is_no_origin_ends_the_start_with_its_name(string origin, string name)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => LiveServer.Start(adjust: services => services.Configure<AccessOptions>(options => options.Origins = [origin])));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }
}
