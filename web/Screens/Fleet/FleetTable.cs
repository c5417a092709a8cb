using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Board;
using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

/// <summary>The walls that somebody may see: those that are paired, whether they report or not, and those that report without being paired.</summary>
internal sealed class FleetTable(Walls walls, WallRegistry paired, Roster roster, BuildIdentity build, TimeProvider clock)
{
    /// <summary>Those that were never heard of first, then the worst.</summary>
    public IReadOnlyList<FleetRow> Rows(HttpContext http)
    {
        var (words, now) = (http.Words(), clock.GetUtcNow());
        var reporting = Reporting(http).ToList();
        var heard = reporting.Where(static wall => wall.Health.IsPaired).Select(static wall => (long)wall.Health.Number).ToHashSet();
        return
        [
            .. Paired(http).Where(wall => !heard.Contains(wall.Number)).Select(wall => FleetRow.Of(wall, words, roster, now)),
            .. reporting.Select(wall => FleetRow.Of(wall.Health, wall.Place, words, roster, build, now)),
        ];
    }

    /// <summary>Those that reported lately, with their places; null: not paired.</summary>
    public IEnumerable<(WallHealth Health, string? Place)> Reporting(HttpContext http)
    {
        var places = Paired(http).ToDictionary(static wall => wall.Number, static wall => wall.Place);
        return walls.All
            .Where(wall => wall.IsPaired ? places.ContainsKey(wall.Number) : Principal.Sees(http, wall.Scope))
            .Select(wall => (wall, wall.IsPaired ? places[wall.Number] : null));
    }

    private IEnumerable<PairedWall> Paired(HttpContext http) => paired.All.Where(wall => wall.Revoked is null && Principal.Sees(http, wall.Scope));
}
