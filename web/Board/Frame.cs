using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// One version of one scope's board as every viewer gets it: page, REST, hub and SSE print these texts and send these bytes.
/// </summary>
/// <param name="Epoch">Changes when a relay starts; a version means something only within its epoch.</param>
/// <param name="Version">Rises with each frame cut, also when only time moved a gauge.</param>
/// <param name="Shown">By <c>{unit}.{figure}</c>; see <see cref="Figures"/> for the names of the figures.</param>
/// <param name="Snapshot">The UTF-8 body of the snapshot, made once and shared by all.</param>
public sealed record Frame(
    string Epoch,
    long Version,
    DateTimeOffset AsOf,
    BoardState Board,
    FrozenDictionary<string, Shown> Shown,
    ReadOnlyMemory<byte> Snapshot)
{
    public UnitPath Scope => Board.Unit;

    /// <summary>Of roster and catalogue, by which units are named and indicators worked out.</summary>
    internal long Revision { get; init; }
}
