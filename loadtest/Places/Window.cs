namespace OpsBoard.LoadTest;

internal sealed record Window(string Path, LocalName Name, string Level = "county");
