using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Web.Access.Devices;

/// <summary>A wall that was let in.</summary>
/// <param name="Number">From 1; never given to another.</param>
/// <param name="Place">Where it hangs, in the words of whoever approved it.</param>
/// <param name="Address">The network address from which it asked.</param>
/// <param name="ApprovedBy">A <see cref="Principal.Id"/>.</param>
/// <param name="Seen">Its last request, to within an hour.</param>
/// <param name="Revoked">Null: it may look.</param>
public sealed record PairedWall(long Number, string Place, UnitPath Scope, string Address, string ApprovedBy, DateTimeOffset Paired, DateTimeOffset Seen, DateTimeOffset? Revoked)
{
    public string Id => IdOf(Number);

    public static Principal PrincipalOf(long number, string place, string scope) => new(IdOf(number), place, Role.Wall, UnitPath.Parse(scope));

    /// <returns>Null for what is no <see cref="Id"/> of a wall.</returns>
    public static int? NumberOf(string id) =>
        id.StartsWith("wall:", StringComparison.Ordinal) && int.TryParse(id.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"wall:{number}");
}
