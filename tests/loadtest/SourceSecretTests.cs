using System.Text;
using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class SourceSecretTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    // The example of the Standard Webhooks specification.
    [Fact]
    public void A_request_is_signed_as_Standard_Webhooks_has_it()
    {
        var secret = SourceSecret.ReadFile(Written("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), out _)!;

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));
    }

    [Theory]
    [InlineData("", "is no secret: one begins with whsec_")]
    [InlineData("obk_Fy4m9UIn6RaGhQIto1F", "is no secret: one begins with whsec_")]
    [InlineData("whsec_%", "holds no secret that can be read")]
    public void A_file_without_a_secret_is_told(string content, string reason)
    {
        Assert.Null(SourceSecret.ReadFile(Written(content), out var told));
        Assert.Contains(reason, told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        Assert.Null(SourceSecret.ReadFile(Path.Combine(_folder.Path, "none"), out var told));
        Assert.Contains("holds no secret that can be read", told, StringComparison.Ordinal);
    }

    private string Written(string content)
    {
        var file = Path.Combine(_folder.Path, "secret");
        File.WriteAllText(file, content);
        return file;
    }
}
