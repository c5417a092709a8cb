namespace OpsBoard.LoadTest;

/// <summary>What is fixed about a county. <see cref="Weight"/> is its share of the windows that are given out after the first ones.</summary>
internal sealed record CountyFacts(string Segment, LocalName Name, LocalName Short, Tile? Tile, string PeerGroup, int Weight);
