using System.Text.Json;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// The folder that holds one journal. It belongs to one process at a time: the lock goes with the process, however it ends.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    /// <summary>Stands in a directory while a backup is put there; what is half there must not be taken for the whole.</summary>
    public const string UnfinishedRestore = "restore.unfinished";

    private const string LockName = "opsboard.lock";
    private const string HolderName = "server.json";

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string JournalFile => JournalFileIn(Path);

    public static string JournalFileIn(string path) => System.IO.Path.Combine(path, "journal.db");

    /// <exception cref="DataDirectoryException">It cannot be written, or another process holds it.</exception>
    public static DataDirectory Take(string path)
    {
        try
        {
            OwnersOnly.CreateFolderIfMissing(path);
            if (File.Exists(System.IO.Path.Combine(path, UnfinishedRestore))) throw new DataDirectoryException($"A restore into {path} did not end: empty the folder, and restore once more.");
            return new DataDirectory(path, new FileStream(LockIn(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException)
        {
            throw new DataDirectoryException($"The data directory {path} cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            var reason = IsHeld(path) ? $"is in use by another process{AddressOfServer(path) switch { { } url => $" ({url})", _ => "" }}" : $"cannot be written: {fault.Message}";
            throw new DataDirectoryException($"The data directory {path} {reason}.", fault);
        }
    }

    /// <summary>The address of the server that holds the directory; null when none does.</summary>
    public static string? AddressOfServer(string path)
    {
        if (!IsHeld(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<Holder>(File.ReadAllBytes(HolderIn(path)))?.Url;
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Lets other programs on this machine find the server that holds the directory.</summary>
    public void Announce(string url) => File.WriteAllBytes(HolderIn(Path), JsonSerializer.SerializeToUtf8Bytes(new Holder(url)));

    public void Dispose()
    {
        File.Delete(HolderIn(Path));
        _lock.Dispose();
    }

    /// <summary>Whether another process holds the directory at present.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(LockIn(path))) return false;
        try
        {
            using var probe = new FileStream(LockIn(path), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a file of a data directory belongs to the process that holds it, and not to the data.</summary>
    public static bool IsOfProcess(string name) => name is LockName or HolderName or Ballast.FileName;

    private static string LockIn(string path) => System.IO.Path.Combine(path, LockName);

    private static string HolderIn(string path) => System.IO.Path.Combine(path, HolderName);

    private sealed record Holder(string Url);
}
