namespace OpsBoard.Web.Access.Sources;

/// <summary>What was asked of the registry cannot be done; the message is one line for whoever asked.</summary>
public sealed class SourceRefusedException(string message) : Exception(message);
