using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Access;

/// <summary>
/// Lets in whoever can read the data directory, as <see cref="Principal.Local"/>: a new random key at each start, in <c>server.key</c>, which only
/// the server's own account may read.
/// </summary>
internal sealed class LocalKey(string directory) : IHostedService
{
    private const int Bytes = 32;

    private readonly string _text = $"obl_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))}";

    public bool Is(string bearer) => CryptographicOperations.FixedTimeEquals(Hash(bearer), Hash(_text));

    /// <returns>Null when there is none, or it may not be read.</returns>
    public static string? In(string directory)
    {
        try
        {
            return File.ReadAllText(FileIn(directory));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        OwnersOnly.Create(FileIn(directory));
        return File.WriteAllTextAsync(FileIn(directory), _text, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        File.Delete(FileIn(directory));
        return Task.CompletedTask;
    }

    private static string FileIn(string directory) => Path.Combine(directory, "server.key");

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
