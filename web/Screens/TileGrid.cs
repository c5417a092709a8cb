using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>
/// Where the tiles of a scope's children stand: on the places of the roster, then those apart, then, row by row, those without a
/// place. No place has a geographic meaning, least of all that of a unit apart.
/// </summary>
/// <param name="Columns">At least the widest row; at most <see cref="Tile.MostColumns"/>.</param>
public sealed record TileGrid(int Columns, int Rows, IReadOnlyList<TileGrid.Place> Places)
{
    /// <summary>What fits beside the headline figures at the size that the farthest seat needs.</summary>
    private const int MostRows = 5;

    private const int FlowColumns = 5;

    public bool Fits => Columns <= FlowColumns && Rows <= MostRows;

    public static TileGrid Of(IEnumerable<KeyValuePair<UnitPath, Tile?>> children)
    {
        var all = children.ToList();
        var placed = all.Where(static child => child.Value is { } tile && tile != Tile.Apart).Select(static child => new Place(child.Key, child.Value!.Row, child.Value.Column)).ToList();
        var columns = Math.Max(FlowColumns, placed.Select(static place => place.Column).DefaultIfEmpty().Max());
        var rows = placed.Select(static place => place.Row).DefaultIfEmpty().Max();
        var apart = all.Where(static child => child.Value == Tile.Apart).Select(static child => child.Key).ToList();
        var flowing = all.Where(static child => child.Value is null).Select(static child => child.Key).ToList();

        if (apart.Count == 1 && CornerIsFree(placed, rows, columns))
            placed.Add(new Place(apart[0], rows, columns, IsApart: true));
        else
            rows = Flow(placed, apart, rows, columns, isApart: true);

        rows = Flow(placed, flowing, rows, columns, isApart: false);
        return new TileGrid(columns, rows, placed);
    }

    /// <summary>The last place of the last row, when nothing stands beside or above it: there a tile is seen to be apart.</summary>
    private static bool CornerIsFree(List<Place> placed, int rows, int columns) =>
        rows > 1 && !placed.Exists(place => place.Column >= columns - 1 && place.Row >= rows - 1 && (place.Row, place.Column) != (rows - 1, columns - 1));

    private static int Flow(List<Place> placed, List<UnitPath> units, int rows, int columns, bool isApart)
    {
        placed.AddRange(units.Select((unit, i) => new Place(unit, rows + 1 + (i / columns), 1 + (i % columns), isApart)));
        return rows + ((units.Count + columns - 1) / columns);
    }

    public sealed record Place(UnitPath Unit, int Row, int Column, bool IsApart = false);
}
