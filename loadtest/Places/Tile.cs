namespace OpsBoard.LoadTest;

/// <summary>A county's place in the province's grid; row and column count from 1.</summary>
internal readonly record struct Tile(int Row, int Column);
