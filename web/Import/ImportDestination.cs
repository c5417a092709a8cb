using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Configuration;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Access;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Import;

/// <summary>The journal, wherever it is kept, or the server that holds the directory.</summary>
internal sealed class ImportDestination(TimeProvider clock) : IImportDestination, ITouches, IDisposable
{
    private const string UsualDirectory = "data";

    private DataDirectory? _held;

    public RunningServer? ServerOf(string? directory)
    {
        var address = DataDirectory.AddressOfServer(FullPath(directory));
        return address is null ? null : new RunningServer(new Uri(address), LocalKey.In(FullPath(directory)));
    }

    public Task<IJournal> OpenJournal(string? directory) => Task.FromResult<IJournal>(Open(directory));

    public Task<IDeclarations> OpenDeclarations(string? directory) => Task.FromResult<IDeclarations>(Open(directory));

    // No grain runs here: whoever starts the server next reads the journal.
    public void Touched(ImmutableArray<WindowChange> windows)
    {
    }

    public void Dispose() => _held?.Dispose();

    private IJournalStore Open(string? directory)
    {
        try
        {
            var terms = new ConfigurationFiles(FullPath(directory)).ReadTerms();
            _held = DataDirectory.Take(FullPath(directory));
            return JournalPlace.Configured().Open(_held, terms, this, clock, NullLoggerFactory.Instance);
        }
        catch (Exception fault) when (fault is DataDirectoryException or JournalStoreException or ConfigurationException)
        {
            throw new ImportException(fault.Message);
        }
    }

    private static string FullPath(string? directory) => Path.GetFullPath(directory ?? UsualDirectory);
}
