namespace OpsBoard.Web.Access;

/// <summary>Files and folders that only the account of the server may read.</summary>
internal static class OwnersOnly
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode = Mode | UnixFileMode.UserExecute;

    /// <summary>Makes an empty file where there is none, and takes everybody else's rights where there is one.</summary>
    public static void Create(string file)
    {
        if (OperatingSystem.IsWindows()) return;
        using (new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = Mode }))
        {
        }

        File.SetUnixFileMode(file, Mode);
    }

    /// <summary>Makes a folder where there is none, and takes everybody else's rights where there is one, also those on its files.</summary>
    public static DirectoryInfo CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, FolderMode);
        folder.UnixFileMode = FolderMode;
        foreach (var file in folder.EnumerateFiles()) file.UnixFileMode = Mode;
        return folder;
    }
}
