using System.Reflection;

namespace OpsBoard.Web.Board;

/// <summary>Names the build that runs: screens that carry another one load themselves anew, and its assets never change.</summary>
/// <param name="Id">Letters, digits, dots, hyphens and <c>+</c> only, since it is a segment of asset addresses: <c>0.1.0+9c1e07d2</c>.</param>
public sealed record BuildIdentity(string Id)
{
    /// <summary>The version, and the first eight digits of the module's id: builds are deterministic, so equal sources share it.</summary>
    public static readonly BuildIdentity Current = Of(typeof(BuildIdentity).Assembly);

    private static BuildIdentity Of(Assembly assembly) =>
        new($"{assembly.GetName().Version?.ToString(fieldCount: 3)}+{assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]}");
}
