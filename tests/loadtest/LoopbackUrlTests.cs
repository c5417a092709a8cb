namespace OpsBoard.LoadTest;

public sealed class LoopbackUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.8.9.10")]
    [InlineData("https://localhost:8443/")]
    [InlineData("http://[::1]:8080")]
    public void An_address_on_this_machine_is_taken(string text) => Assert.NotNull(LoopbackUrl.Parse(text, out _));

    [Theory]
    [InlineData("http://10.0.0.1:8080")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://127.0.0.1@example.com")]
    [InlineData("file:///tmp/events")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("")]
    public void Any_other_address_is_refused(string text) => Assert.Null(LoopbackUrl.Parse(text, out _));
}
