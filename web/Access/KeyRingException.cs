namespace OpsBoard.Web.Access;

/// <summary>The key ring of the data directory cannot be opened; the message is one line for the person who started the program.</summary>
public sealed class KeyRingException(string message, Exception cause) : Exception(message, cause);
