using OpsBoard.Configuration;

namespace OpsBoard.Web.Run;

/// <summary>A configuration file that is read again whenever it changes while the server runs.</summary>
/// <param name="path">Where it stands; it may be missing.</param>
/// <param name="takeUp">
/// Reads the file and puts its content in place of the former; throws <see cref="ConfigurationException"/> on a mistake and then changes
/// nothing. True: it is in force; false: it will be at the next start.
/// </param>
internal sealed class WatchedFile(string path, Func<bool> takeUp)
{
    private (DateTime WrittenAt, long Length)? _seen;

    public string Name { get; } = System.IO.Path.GetFileName(path);

    /// <summary>
    /// The first look finds every file changed that is there, so nothing is lost that was written between the start and the first look.
    /// </summary>
    public bool HasChanged()
    {
        // Before the file is read: what is written meanwhile is then found by the next look.
        var file = new FileInfo(path);
        (DateTime, long)? now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
        if (now == _seen) return false;
        _seen = now;
        return true;
    }

    /// <summary>What is to be warned of; null when the file is right and in force.</summary>
    public ConfigurationWarning? TakeUp(DateTimeOffset now)
    {
        try
        {
            return takeUp() ? null : new ConfigurationWarning(Name, $"{Name} was changed and takes effect at the next start.", IsMistake: false, now);
        }
        catch (ConfigurationException fault)
        {
            // Viewers need not know where on the server the file stands.
            return new ConfigurationWarning(Name, fault.Message.Replace(path, Name, StringComparison.Ordinal), IsMistake: true, now);
        }
    }
}
