namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Files and folders that only the account of the server may read. On Windows they have the rights of the folder they are in.</summary>
public static class OwnersOnly
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode = Mode | UnixFileMode.UserExecute;

    /// <summary>Makes an empty file where there is none, and takes everybody else's rights where there is one.</summary>
    public static void Create(string file)
    {
        if (OperatingSystem.IsWindows()) return;
        Open(file, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        File.SetUnixFileMode(file, Mode);
    }

    /// <summary>Makes an empty file where there is none; one that is there stays as its owner made it.</summary>
    public static void CreateIfMissing(string file)
    {
        if (!File.Exists(file)) Create(file);
    }

    /// <summary>A new file to be written, in a folder that is made where it is missing.</summary>
    /// <exception cref="IOException">The file is there already.</exception>
    public static FileStream NewFile(string path)
    {
        CreateFolderIfMissing(Path.GetDirectoryName(path)!);
        return Open(path, FileMode.CreateNew, FileShare.Read);
    }

    /// <summary>Makes a folder where there is none, and takes everybody else's rights where there is one, also those on its files.</summary>
    public static DirectoryInfo CreateFolder(string path)
    {
        CreateFolderIfMissing(path);
        var folder = new DirectoryInfo(path);
        if (OperatingSystem.IsWindows()) return folder;
        folder.UnixFileMode = FolderMode;
        foreach (var file in folder.EnumerateFiles()) file.UnixFileMode = Mode;
        return folder;
    }

    /// <summary>Makes a folder where there is none; one that is there stays as its owner made it.</summary>
    public static void CreateFolderIfMissing(string path)
    {
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, FolderMode);
    }

    private static FileStream Open(string file, FileMode how, FileShare share)
    {
        var options = new FileStreamOptions { Mode = how, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mode;
        return new FileStream(file, options);
    }
}
