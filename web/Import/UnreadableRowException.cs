namespace OpsBoard.Web.Import;

/// <summary>One row says something that the map cannot read; the message names the column and never the value.</summary>
internal sealed class UnreadableRowException(string message) : Exception(message);
