using System.Collections.Immutable;

namespace OpsBoard.Web.Run;

/// <summary>What is to be said of the configuration files at present: at most one warning for each.</summary>
internal sealed class ConfigurationWarnings
{
    private ImmutableSortedDictionary<string, ConfigurationWarning> _byFile = ImmutableSortedDictionary.Create<string, ConfigurationWarning>(StringComparer.Ordinal);

    public IEnumerable<ConfigurationWarning> All => Volatile.Read(ref _byFile).Values;

    public void Raise(ConfigurationWarning warning) => ImmutableInterlocked.Update(ref _byFile, static (all, raised) => all.SetItem(raised.File, raised), warning);

    /// <returns>False when there was none.</returns>
    public bool Clear(string file) => ImmutableInterlocked.Update(ref _byFile, static (all, name) => all.Remove(name), file);
}
