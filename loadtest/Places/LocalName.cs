namespace OpsBoard.LoadTest;

internal readonly record struct LocalName(string Zh, string En);
