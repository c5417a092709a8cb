namespace OpsBoard.Web.Import;

/// <summary>Something to tell about one line of the file.</summary>
public sealed record ImportNote(int Line, string Text);
