namespace OpsBoard.Web.Backups;

/// <summary>A backup could not be made, or is not what its manifest says; the message is one line and names the file.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
