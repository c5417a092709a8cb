namespace OpsBoard.Web.Access;

/// <summary>The file of sources, people and walls cannot be used; the message says why.</summary>
public sealed class AccessDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
