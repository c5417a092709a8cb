using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsBoard.Testing;
using OpsBoard.Web.Access.Sources;

namespace OpsBoard.Web.Access;

/// <summary>The ring of keys at rest.</summary>
public sealed class KeyRingTests : IDisposable
{
    private static readonly byte[] Plain = [1, 2, 3];

    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_one_process_sealed_another_opens()
    {
        var kept = Box(secretFile: null).Seal("hall-3", Plain);

        Assert.Equal(Plain, Box(secretFile: null).Open("hall-3", kept));
    }

    [Fact]
    public void With_a_secret_file_the_ring_is_opened_by_that_secret_alone()
    {
        var (right, wrong) = (Written("right", new string('r', 44)), Written("wrong", new string('w', 44)));
        var kept = Box(right).Seal("hall-3", Plain);
        var ring = RingFiles();

        Assert.Equal(Plain, Box(right).Open("hall-3", kept));
        Assert.Throws<KeyRingException>(() => KeyRing.RequireOpen(Services(wrong)));
        Assert.Throws<KeyRingException>(() => KeyRing.RequireOpen(Services(secretFile: null)));
        KeyRing.RequireOpen(Services(right));
        Assert.Equal(ring, RingFiles());
    }

    [Fact]
    public void With_a_secret_file_no_key_stands_in_the_ring_in_the_clear()
    {
        Box(secretFile: null).Seal("hall-3", Plain);
        var clear = RingFiles();
        Directory.Delete(Path.Combine(_folder.Path, "keys"), recursive: true);

        Box(Written("right", new string('r', 44))).Seal("hall-3", Plain);

        Assert.Contains("masterKey", clear, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", RingFiles(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", null)]
    [InlineData("short", "0123456789012345678901234567890")]
    public void A_secret_file_that_is_missing_or_short_is_named_by_its_setting(string name, string? content)
    {
        var file = content is null ? Path.Combine(_folder.Path, name) : Written(name, content);

        var fault = Assert.Throws<OptionsValidationException>(() => Box(file).Seal("hall-3", Plain));

        Assert.Equal("Access:KeyRingSecretFile: a file that can be read and has at least 32 bytes.", fault.Message);
    }

    private SecretBox Box(string? secretFile) => new(Services(secretFile).GetRequiredService<IDataProtectionProvider>());

    private ServiceProvider Services(string? secretFile)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Access:KeyRingSecretFile", secretFile)]).Build());
        services.AddLogging().AddKeyRing(_folder.Path).AddOptions<AccessOptions>().BindConfiguration("Access");
        return services.BuildServiceProvider();
    }

    private string RingFiles() => string.Concat(new DirectoryInfo(Path.Combine(_folder.Path, "keys")).GetFiles().Select(static file => File.ReadAllText(file.FullName)));

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
