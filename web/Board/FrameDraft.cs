using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>What is written into the bodies of one frame.</summary>
internal sealed record FrameDraft(
    string Epoch,
    long Version,
    DateTimeOffset AsOf,
    BoardState Board,
    FrozenDictionary<string, Shown> Shown,
    FrozenDictionary<UnitPath, FreshnessState> Freshness);
