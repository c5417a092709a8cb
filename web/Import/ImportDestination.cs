using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Configuration;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Import;

/// <summary>Where an import goes when no address is given: the journal of a data directory, or the server that holds it.</summary>
internal sealed class ImportDestination(TimeProvider clock) : ITouches, IDisposable
{
    private const string UsualDirectory = "data";

    private DataDirectory? _held;

    /// <summary>The server that holds the directory; null when none does.</summary>
    public static Uri? ServerOf(string? directory)
    {
        var address = DataDirectory.AddressOfServer(FullPath(directory));
        return address is null ? null : new Uri(address);
    }

    /// <exception cref="ImportException">The directory cannot be used.</exception>
    public Task<IJournal> Open(string? directory, CancellationToken cancellation)
    {
        try
        {
            var terms = new ConfigurationFiles(FullPath(directory)).ReadTerms();
            _held = DataDirectory.Take(FullPath(directory));
            return Task.FromResult<IJournal>(SqliteJournal.Open(_held, terms, new JournalOptions(), this, clock, NullLogger<SqliteJournal>.Instance));
        }
        catch (Exception fault) when (fault is DataDirectoryException or ConfigurationException)
        {
            throw new ImportException(fault.Message);
        }
    }

    // No grain runs here: whoever starts the server next reads the journal.
    public void Touched(ImmutableArray<WindowVersion> windows)
    {
    }

    public void Dispose() => _held?.Dispose();

    private static string FullPath(string? directory) => Path.GetFullPath(directory ?? UsualDirectory);
}
