using OpsBoard.Journal;

namespace OpsBoard.Web.Import;

/// <summary>Where an import goes when no address is given. A null directory is the usual one.</summary>
public interface IImportDestination
{
    /// <summary>The running server that holds the directory; null when none does.</summary>
    RunningServer? ServerOf(string? directory);

    /// <summary>The journal of a stopped server, disposed of by whoever asked.</summary>
    /// <exception cref="ImportException">The directory cannot be used.</exception>
    Task<IJournal> OpenJournal(string? directory);

    /// <summary>As <see cref="OpenJournal"/>, for what is declared.</summary>
    /// <exception cref="ImportException">The directory cannot be used.</exception>
    Task<IDeclarations> OpenDeclarations(string? directory);
}
