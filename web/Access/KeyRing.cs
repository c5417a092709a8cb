using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Access;

/// <summary>The ring of keys that seal secrets, cookies and forms: the folder <c>keys</c> of the data directory.</summary>
internal static class KeyRing
{
    /// <param name="directory">The data directory, which exists.</param>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, string directory)
    {
        services.AddDataProtection().SetApplicationName("OpsBoard").PersistKeysToFileSystem(OwnersOnly.CreateFolder(Path.Combine(directory, "keys")));
        services.AddOptions<AccessOptions>()
            .Validate(static access => access.KeyRingSecretFile is not { } file || RingSecret.IsIn(file), $"Access:KeyRingSecretFile: a file that can be read and has at least {RingSecret.FewestBytes} bytes.")
            .ValidateOnStart();
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<AccessOptions>>(static (ring, access) =>
        {
            if (access.Value.KeyRingSecretFile is { } file) ring.XmlEncryptor = new RingEncryptor(RingSecret.Read(file));
        });
        return services;
    }

    /// <summary>Before anything is sealed: a ring that cannot be opened would be given a new key beside the old ones, and nobody would notice at once.</summary>
    /// <exception cref="KeyRingException">The ring holds a key that was encrypted with a secret that is not there.</exception>
    /// <exception cref="OptionsValidationException">The configured secret cannot be used.</exception>
    public static void RequireOpen(IServiceProvider services)
    {
        _ = services.GetRequiredService<IOptions<AccessOptions>>().Value;
        foreach (var key in services.GetRequiredService<IKeyManager>().GetAllKeys())
        {
            try
            {
                _ = key.Descriptor;
            }
            catch (Exception fault) when (fault is CryptographicException or TargetInvocationException)
            {
                throw new KeyRingException("The key ring (keys in the data directory) cannot be opened: Access:KeyRingSecretFile must name the file with the secret that it was encrypted with.", fault);
            }
        }
    }
}
