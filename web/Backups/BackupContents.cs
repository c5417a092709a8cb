using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Backups;

/// <summary>What of a data directory belongs into a backup: the two databases, the key ring, and the configuration files.</summary>
internal static class BackupContents
{
    public const string Journal = "journal.db";

    private const string Access = "access.db";
    private const string Keys = "keys";

    /// <summary>The databases, in the order in which they are copied.</summary>
    public static IEnumerable<string> Databases(string data) => new[] { Access, Journal }.Where(name => File.Exists(Path.Combine(data, name)));

    /// <summary>
    /// All other files. They are copied after the databases: keys are added and never taken away, so every key that a copied secret needs is there.
    /// </summary>
    public static IEnumerable<string> Plain(string data) => Named(data, data, "*.json").Concat(Named(data, Path.Combine(data, Keys), "*")).Where(Knows).Order(StringComparer.Ordinal);

    /// <summary>Whether a file of this name may be in a backup: nothing else is ever restored, and nothing outside of the data directory.</summary>
    public static bool Knows(string name) => name is Journal or Access || name.Split('/') switch
    {
        [var file] => file.EndsWith(".json", StringComparison.Ordinal) && IsPlain(file) && !DataDirectory.IsOfProcess(file) && file != BackupManifest.FileName,
        [Keys, var file] => IsPlain(file),
        _ => false,
    };

    private static bool IsPlain(string file) => file.Length > 0 && file[0] != '.' && file.AsSpan().IndexOfAny('\\', '\0', ':') < 0;

    private static IEnumerable<string> Named(string data, string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern).Select(file => Path.GetRelativePath(data, file).Replace('\\', '/'))
        : [];
}
