using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Backups;

/// <summary>
/// Copies a data directory into an empty folder, also while a server writes it. Each database is copied as it stood at one moment; then the
/// copy is looked through and recounted, and only then its manifest says that there is a backup.
/// </summary>
internal sealed class Backup(string data, string target, TextWriter output, TimeProvider clock)
{
    private readonly ProgressText _progress = new(output, clock);

    /// <param name="isVerified">Whether the copy is looked through and recounted before it counts as a backup.</param>
    /// <exception cref="DataDirectoryException">Nothing was begun: there is no journal of this program, or the folder cannot be used.</exception>
    /// <exception cref="BackupException">What is in the folder is no backup.</exception>
    public async Task<BackupManifest> Run(bool isVerified, CancellationToken cancellation)
    {
        await using (SqliteJournal.OpenToRead(data, new ConfigurationFiles(data).ReadTerms()))
        {
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()) throw new DataDirectoryException($"The folder {target} is not empty: name one that is, or that is not there yet.");
        var taken = clock.GetUtcNow().ToOffset(BusinessDay.Offset);
        try
        {
            OwnersOnly.CreateFolderIfMissing(target);
            var names = Copy(cancellation);
            var recounted = isVerified ? await Verify(cancellation) : (long?)null;
            var files = names.ConvertAll(name => BackupFile.Of(target, name, cancellation));
            var manifest = BackupManifest.Of(BuildIdentity.Current.Id, taken, JournalFacts.Of(target), recounted, files);
            Write(BackupManifest.FileName, manifest.ToBytes());
            return manifest;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"The backup in {target} did not end: {fault.Message}", fault);
        }
    }

    private List<string> Copy(CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var name in BackupContents.Databases(data))
        {
            _progress.Say(string.Create(CultureInfo.InvariantCulture, $"{name}: {new FileInfo(Path.Combine(data, name)).Length >> 20} MiB …"));
            OwnersOnly.NewFile(Path.Combine(target, name)).Dispose();
            DatabaseCopy.Copy(Path.Combine(data, name), Path.Combine(target, name), _progress.Share($"{name} is being copied"), cancellation);
            names.Add(name);
        }

        foreach (var name in BackupContents.Plain(data))
        {
            Write(name, File.ReadAllBytes(Path.Combine(data, name)));
            names.Add(name);
        }

        return names;
    }

    private void Write(string name, byte[] bytes)
    {
        using var file = OwnersOnly.NewFile(Path.Combine(target, name));
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private async Task<long> Verify(CancellationToken cancellation)
    {
        var terms = new ConfigurationFiles(target).ReadTerms();
        var facts = JournalFacts.Of(target);
        if (facts.CountedUnder != terms.Fingerprint)
            throw new BackupException("The copy cannot be recounted: calendar.json or counting.json was changed, and the journal is still counted by the former. Start the server anew first, or leave the recount out with --no-verify.");
        _progress.Say($"{BackupContents.Journal}: the copy is looked through and recounted …");
        await using var journal = SqliteJournal.OpenToRead(target, terms);
        await Task.Run(journal.LookThrough, cancellation);
        var result = await journal.Recount(null, null, _progress.Count("events recounted", facts.Events), cancellation);
        if (result.Equal) return result.Events;
        var first = result.Differences[0];
        throw new BackupException(
            $"{result.Differences.Length} numbers of the copy are not what its events say; the first is {first.Window} {first.Figure}, stored {first.Stored}, recounted {first.Recounted}. "
            + "The copy holds all events, and is no backup: see docs/recount.md, or keep it as it is with --no-verify.");
    }
}
