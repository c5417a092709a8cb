namespace OpsBoard.Units;

/// <summary>A place on the tile grid, row and column from 1; or apart, in a detached tile that has no geographic meaning.</summary>
public sealed record Tile(int Row, int Column)
{
    /// <summary>Drawn apart from the grid.</summary>
    public static readonly Tile Apart = new(0, 0);

    public const int MostColumns = 8;
}
