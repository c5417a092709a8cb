using System.Globalization;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>What one screen holds at the size that the farthest seat needs.</summary>
/// <param name="Tiles">In a view of their own.</param>
/// <param name="WindowTiles">Beside the counts of a hall.</param>
/// <param name="BesideRows">Rows of tiles beside or under the headline.</param>
public sealed record WallCapacity(int Tiles, int WindowTiles, int BesideRows)
{
    /// <summary>What every usual screen holds, the low spliced wall among them.</summary>
    public static readonly WallCapacity Usual = new(48, 35, 5);

    // A tile with its gap, in minutes of arc; and what header, footer, titles and the headline take beside the tiles.
    private const int TileWidth = 132;
    private const int TileHeight = 58;
    private const int Around = 115;
    private const int AroundWide = 92;
    private const int AroundHeadline = 289;
    private const int RowBeside = 60;
    private const int CountRows = 2;
    private const double WideFrom = 2.5;
    private const double TilesOfWideHall = 0.68;

    /// <summary>In minutes of arc.</summary>
    public static WallCapacity Of(int width, int height)
    {
        var (columns, rows) = (width / TileWidth, Math.Max(0, height - Around) / TileHeight);
        return width >= height * WideFrom
            ? new(columns * rows, (int)(columns * TilesOfWideHall) * rows, Math.Max(0, height - AroundWide) / RowBeside)
            : new(columns * rows, columns * Math.Max(0, rows - CountRows), Math.Max(0, height - AroundHeadline) / RowBeside);
    }

    /// <returns>Null when the address names no screen.</returns>
    public static WallCapacity? For(IQueryCollection query)
    {
        if (Number(query, "distance") is not { } distance || Number(query, "diagonal") is not { } diagonal) return null;
        if (Number(query, "width") is not { } width || Number(query, "height") is not { } height) return null;
        var arcMinute = ArcMinute.Clamped(ArcMinute.Of(distance, width, height, diagonal)) / 1000.0;
        return Of((int)(width / arcMinute), (int)(height / arcMinute));
    }

    private static int? Number(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;
}
