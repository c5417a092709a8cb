namespace OpsBoard.Web.Import;

/// <summary>The import cannot go on. The message is one line that names the file and the member, or the server, and the remedy.</summary>
public sealed class ImportException(string message, int exitCode = ImportException.WrongInput) : Exception(message)
{
    /// <summary>Exit status for a missing file, a missing column or a broken map: mend it before trying again.</summary>
    public const int WrongInput = 2;

    /// <summary>Exit status when something was not imported; the same import may be repeated at any time.</summary>
    public const int Incomplete = 1;

    public int ExitCode => exitCode;
}
