using System.Security.Claims;
using OpsBoard.Units;

namespace OpsBoard.Web.Access;

/// <summary>
/// Who looks or administers: a person, a wall, or whoever holds the data directory. All of it comes from the server's own records, never from a
/// request.
/// </summary>
/// <param name="Id">What connections and the audit trail name it by, such as <c>person:7</c>, <c>wall:12</c>, <c>local</c> or <c>open</c>; never reused.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">Null: all of them, which only <see cref="Local"/> and <see cref="Open"/> are.</param>
/// <param name="Scope">Null: every unit.</param>
public sealed record Principal(string Id, string Name, Role? Role, UnitPath? Scope)
{
    /// <summary>Whoever can read the data directory, from this machine: the verbs.</summary>
    public static readonly Principal Local = new("local", "local", null, null);

    /// <summary>Everybody on this machine, while access is open.</summary>
    public static readonly Principal Open = new("open", "open", null, null);

    private const string IdClaim = "sub";
    private const string NameClaim = "name";
    private const string RoleClaim = "role";
    private const string ScopeClaim = "scope";

    public bool Is(params ReadOnlySpan<Role> roles) => Role is not { } role || roles.Contains(role);

    /// <summary>Administrators see no figures; what else concerns all units they may see.</summary>
    public bool SeesAllUnits => Role is Access.Role.Administrator || Scope is null or { Kind: UnitKind.Province };

    /// <summary>The unit itself and all beneath it; a province's lines are beneath it.</summary>
    public bool Reaches(UnitPath unit) => Scope is not { } scope || scope.Contains(unit);

    /// <summary>What is told without a unit having been asked for: the principal's own scope; null for every unit.</summary>
    public static UnitPath? ScopeOf(HttpContext http) => Of(http.User)?.Scope;

    /// <summary>The scope that was asked for, else the principal's own; null where neither is.</summary>
    public static string? ScopeOr(string? asked, HttpContext http) => asked ?? ScopeOf(http)?.ToString();

    /// <summary>For what is listed or linked beside the unit that was asked for.</summary>
    public static bool Sees(HttpContext http, UnitPath unit) => ScopeOf(http) is not { } scope || scope.Contains(unit);

    /// <returns>Null when the request was authenticated as nobody, or as a source.</returns>
    public static Principal? Of(ClaimsPrincipal user) =>
        user.FindFirst(IdClaim)?.Value is { } id
            ? new(
                id,
                user.FindFirst(NameClaim)?.Value ?? id,
                user.FindFirst(RoleClaim)?.Value is { } role ? Enum.Parse<Role>(role) : null,
                user.FindFirst(ScopeClaim)?.Value is { } scope ? UnitPath.Parse(scope) : null)
            : null;

    public ClaimsPrincipal ToClaims(string scheme)
    {
        List<Claim> claims = [new(IdClaim, Id), new(NameClaim, Name)];
        if (Role is { } role) claims.Add(new(RoleClaim, role.ToString()));
        if (Scope is { } scope) claims.Add(new(ScopeClaim, scope.ToString()));
        return new(new ClaimsIdentity(claims, scheme, NameClaim, RoleClaim));
    }
}
