using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>Which views a wall has, and where its children stand: beside the headline, in a view of their own, or only as those listed.</summary>
/// <param name="Views">In the order in which they turn; never empty.</param>
/// <param name="IsBeside">The grid stands beside the headline; else the list of the worst has the place of both.</param>
/// <param name="ShowsEachWindow">The children are windows and few enough; else they are counted.</param>
public sealed record WallPlan(IReadOnlyList<string> Views, TileGrid Grid, bool IsBeside, bool ShowsEachWindow)
{
    // Half of a spliced wall is left to the tiles of a hall.
    private const int SplicedWindowTiles = 25;
    private const int SplicedTiles = 40;

    public static WallPlan Of(TileGrid grid, WallSettings settings)
    {
        var children = grid.Places.Count;
        var (tiles, windowTiles) = settings.IsSpliced
            ? (Math.Min(SplicedTiles, settings.Capacity.Tiles), Math.Min(SplicedWindowTiles, settings.Capacity.WindowTiles))
            : (settings.Capacity.Tiles, settings.Capacity.WindowTiles);
        var isBeside = children > 0 && grid.Fits && grid.Rows <= settings.Capacity.BesideRows;
        var has = new List<string> { WallView.Overview };
        if (!isBeside && children > 0 && children <= tiles) has.Add(WallView.Grid);
        if (children > 0) has.AddRange([WallView.Lagging, WallView.Reviews, WallView.Supervision, WallView.Windows]);
        var wanted = settings.Views.Where(has.Contains).ToList();
        var showsEachWindow = children <= windowTiles && grid.Places.All(static place => place.Unit.Kind == UnitKind.Window);
        return new(wanted.Count > 0 ? wanted : has, grid, isBeside, showsEachWindow);
    }
}
