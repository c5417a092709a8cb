namespace OpsBoard.Simulation;

/// <summary>A promise was broken; the message says which, where, and what was said instead of what is true.</summary>
public sealed class ViolationException(string message) : Exception(message);
