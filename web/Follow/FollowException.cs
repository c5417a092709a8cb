namespace OpsBoard.Web.Follow;

/// <summary>A file cannot be followed; the message is one line that says why, and what helps.</summary>
internal sealed class FollowException(string message, Exception? cause = null) : Exception(message, cause);
