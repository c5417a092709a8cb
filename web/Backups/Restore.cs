using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Backups;

/// <summary>Puts a backup into an empty data directory: all of it, or nothing.</summary>
internal sealed class Restore(string backup, string data, TextWriter output, TimeProvider clock)
{
    private readonly ProgressText _progress = new(output, clock);

    /// <exception cref="BackupException">The backup is cut off or damaged; the message names the file, and nothing of it is left in the data directory.</exception>
    /// <exception cref="DataDirectoryException">The data directory is not empty, in use, or cannot be written.</exception>
    public BackupManifest Run(CancellationToken cancellation)
    {
        var manifest = BackupManifest.Read(backup);
        foreach (var file in manifest.Files) CheckLength(file);
        RefuseUsed();
        OwnersOnly.CreateFolderIfMissing(data);
        using var held = DataDirectory.Take(data);
        RefuseFull(manifest);
        var unfinished = Path.Combine(data, DataDirectory.UnfinishedRestore);
        File.WriteAllBytes(unfinished, []);
        try
        {
            foreach (var file in manifest.Files) Put(file, cancellation);
        }
        catch (Exception fault)
        {
            Empty();
            if (fault is IOException or UnauthorizedAccessException) throw new DataDirectoryException($"Nothing was restored into {data}: {fault.Message}", fault);
            throw;
        }

        File.Delete(unfinished);
        return manifest;
    }

    private void CheckLength(BackupFile file)
    {
        var found = new FileInfo(Path.Combine(backup, file.Name));
        if (!found.Exists) throw new BackupException($"{found.FullName} is missing: the backup is not whole, and nothing of it was restored.");
        if (found.Length != file.Bytes) throw new BackupException($"{found.FullName} has {found.Length} bytes in the place of {file.Bytes}: the backup is cut off or damaged, and nothing of it was restored.");
    }

    // What stood here before the restore was nothing.
    private void Empty()
    {
        foreach (var folder in Directory.EnumerateDirectories(data)) Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(data).Where(static file => !DataDirectory.IsOfProcess(Path.GetFileName(file)))) File.Delete(file);
    }

    private void RefuseUsed()
    {
        if (!Directory.Exists(data)) return;
        if (DataDirectory.IsHeld(data)) throw new DataDirectoryException($"The data directory {data} is in use{DataDirectory.AddressOfServer(data) switch { { } url => $" ({url})", _ => "" }}: stop the server first.");
        if (Directory.EnumerateFileSystemEntries(data).Any(static entry => !DataDirectory.IsOfProcess(Path.GetFileName(entry))))
            throw new DataDirectoryException($"The data directory {data} is not empty, and is not overwritten: move what is in it to another place first.");
    }

    private void RefuseFull(BackupManifest manifest)
    {
        if (Ballast.RoomOf(data) is var room && room < manifest.Bytes) throw new DataDirectoryException($"{data} has room for {room >> 20} MiB, and the backup has {manifest.Bytes >> 20} MiB.");
    }

    private void Put(BackupFile file, CancellationToken cancellation)
    {
        _progress.Say($"{file.Name}: {file.Bytes >> 20} MiB …");
        using var from = File.OpenRead(Path.Combine(backup, file.Name));
        using var to = OwnersOnly.NewFile(Path.Combine(data, file.Name));
        if (BackupFile.Pour(from, to, cancellation) != file.Sha256) throw new BackupException($"{from.Name} is not what was backed up (its SHA-256 differs): it is damaged, and nothing of the backup was restored.");
        to.Flush(flushToDisk: true);
    }
}
