using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.Web.Board;

/// <summary>Names the build that runs: screens that carry another one load themselves anew, and its assets never change.</summary>
/// <param name="Id">Letters, digits, dots, hyphens and <c>+</c> only, since it is a segment of asset addresses: <c>0.1.0+9c1e07d2</c>.</param>
public sealed record BuildIdentity(string Id)
{
    /// <summary>The directory, beside the program, of the files that screens load.</summary>
    public static readonly string AssetDirectory = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The version, and a digest of the program and of every file that screens load: a change of style alone is a new build too.</summary>
    public static readonly BuildIdentity Current = Of(typeof(BuildIdentity).Assembly, AssetDirectory);

    internal static BuildIdentity Of(Assembly assembly, string assets)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in FilesOf(assets))
        {
            digest.AppendData(Encoding.UTF8.GetBytes(file));
            digest.AppendData(File.ReadAllBytes(Path.Combine(assets, file)));
        }

        return new($"{assembly.GetName().Version?.ToString(fieldCount: 3)}+{Convert.ToHexStringLower(digest.GetHashAndReset())[..8]}");
    }

    private static IEnumerable<string> FilesOf(string assets) => Directory.Exists(assets)
        ? Directory.EnumerateFiles(assets, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(assets, file)).Order(StringComparer.Ordinal)
        : [];
}
