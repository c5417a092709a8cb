namespace OpsBoard.Web.Import;

/// <summary>How far an import has come.</summary>
public readonly record struct ImportProgress(int Rows, int Sent);
