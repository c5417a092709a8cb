using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>Answers of every kind, refusals among them, are for this origin alone and are kept by nobody.</summary>
public sealed class SecurityHeaderTests
{
    private static readonly string[] Names = ["Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "X-Content-Type-Options", "Referrer-Policy"];

    [Theory]
    [InlineData("/units/hainan", true)]
    [InlineData("/api/v1/units", true)]
    [InlineData("/api/v1/lagging", true)]
    [InlineData("/api/v1/lagging?format=csv", true)]
    [InlineData("/nowhere", true)]
    [InlineData("/units/hainan", false)]
    [InlineData("/api/v1/units/hainan", false)]
    public async Task An_answer_says_that_it_is_for_this_origin_and_kept_by_nobody(string address, bool open)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: open);

        using var answer = await server.Client.GetAsync(address);

        Assert.Equal(
            ["same-origin", "same-origin", "nosniff", "same-origin"],
            Names.Select(name => answer.Headers.GetValues(name).Single()));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
