namespace OpsBoard.LoadTest;

/// <summary>A load could not begin; the message is one line for the person who started it.</summary>
internal sealed class LoadStartException(string message) : Exception(message);
