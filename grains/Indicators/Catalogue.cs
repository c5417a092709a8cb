using System.Collections.Immutable;

namespace OpsBoard.Indicators;

/// <summary>
/// The indicators of this board, in the order of their file. When the file changes they are replaced all at once, and everybody who holds
/// the catalogue sees the new ones.
/// </summary>
public sealed class Catalogue(ImmutableArray<Indicator> indicators)
{
    private volatile Content _content = new(indicators, Revision: 0);

    /// <summary>Rises whenever the indicators are replaced.</summary>
    public long Revision => _content.Revision;

    public ImmutableArray<Indicator> All => _content.Indicators;

    public Indicator? Find(string id) => All.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>Takes the indicators of the other catalogue in place of its own.</summary>
    public void Replace(Catalogue other) => _content = new Content(other.All, Revision + 1);

    private sealed record Content(ImmutableArray<Indicator> Indicators, long Revision);
}
