using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>What a frame was made of: an instant and the versions of the windows, by which the journal can count it anew.</summary>
/// <param name="Scope">The scope whose frame it was. The versions are those of its whole province, so they name the frames of all its units.</param>
/// <param name="AtMs">The instant of the frame, in unix milliseconds.</param>
/// <param name="IsChange">Recorded because a level or a state changed; otherwise because a minute was over.</param>
/// <param name="Behind">By how many changes of windows the frame was behind the versions: 0 when it was made of exactly these.</param>
/// <param name="Versions">Of all windows of the province that ever reported.</param>
public sealed record BoardToken(UnitPath Scope, long AtMs, bool IsChange, long Behind, ImmutableArray<WindowVersion> Versions);
