namespace OpsBoard.LoadTest;

/// <summary>The intake will take nothing from this feed, whatever is sent and however often.</summary>
internal sealed class IntakeRefusedException(string message) : Exception(message);
