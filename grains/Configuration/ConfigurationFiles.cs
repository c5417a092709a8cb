namespace OpsBoard.Configuration;

/// <summary>Where a configuration file is read from.</summary>
public static class ConfigurationFiles
{
    /// <summary>The data directory's own file of this name; the packaged one where it has none.</summary>
    public static string Find(string dataDirectory, string name)
    {
        var own = Path.Combine(dataDirectory, name);
        return File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "defaults", name);
    }
}
