namespace OpsBoard.Testing;

/// <summary>Public test data that stands beside the repository and is never committed; tests without it are skipped by name.</summary>
internal static class Corpora
{
    /// <summary>The files of a folder, or null when the corpus is not on this machine.</summary>
    public static string[]? FilesOf(string folder)
    {
        var path = Path.Combine(Root("OPSBOARD_CORPORA", "corpora"), folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)] : null;
    }

    public static string File(string name) => Present(Path.Combine(Root("OPSBOARD_CORPORA", "corpora"), name), "corpus", name);

    public static string Data(string name) => Present(Path.Combine(Root("OPSBOARD_DATA", "data"), name), "data", name);

    /// <summary>The root of the repository that the tests were built in.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "OpsBoard.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    private static string Present(string path, string what, string name)
    {
        if (!System.IO.File.Exists(path)) Assert.Skip($"skipped: {what} missing: {name}");
        return path;
    }

    private static string Root(string variable, string folder) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : Path.Combine(Repository(), "..", "shared", folder);
}
