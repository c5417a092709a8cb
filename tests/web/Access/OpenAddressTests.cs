using Microsoft.Extensions.Configuration;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access;

/// <summary>Open access goes with loopback addresses alone, wherever either was said.</summary>
public sealed class OpenAddressTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://192.0.2.1:8080")]
    [InlineData("http://127.0.0.1:8080;http://[::]:8080")]
    [InlineData("http://board.example:8080")]
    public void A_server_that_a_setting_opened_does_not_start_beyond_loopback(string urls)
    {
        var fault = Assert.Throws<StartException>(() => Server.RefuseOpenBeyondLoopback(Settings(("Access:Open", "true")), Told(urls)));

        Assert.StartsWith("--open, --demo and Access:Open let everybody in, so they listen on loopback only, not on http", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_where_another_setting_adds_an_address() => Assert.Throws<StartException>(() =>
        Server.RefuseOpenBeyondLoopback(Settings(("Access:Open", "true"), ("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:80")), Told("http://127.0.0.1:8080")));

    [Theory]
    [InlineData("true", "http://127.0.0.1:8080;http://localhost:8081;http://[::1]:8082")]
    [InlineData("false", "http://0.0.0.0:8080")]
    public void On_loopback_or_closed_it_starts(string open, string urls) => Server.RefuseOpenBeyondLoopback(Settings(("Access:Open", open)), Told(urls));

    private static IConfiguration Settings(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(static pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build();

    private static ServerSettings Told(string urls) => new(urls, "data", Roster: null, Open: false);
}
