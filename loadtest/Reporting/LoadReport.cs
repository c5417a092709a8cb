namespace OpsBoard.LoadTest;

/// <summary>A result with all that has to be known to judge it.</summary>
/// <param name="Command">As it was given, so that it can be given again.</param>
internal sealed record LoadReport(string Mode, string Command, DateTimeOffset BeganAt, Machine Machine, int Repeat, LoadResult Result);
