using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The newest frame of each scope, as pages, REST, hub and SSE show it.</summary>
public interface IFrames
{
    /// <summary>The newest frame; null when no such scope is registered, has ever reported or stands in a ledger.</summary>
    ValueTask<Frame?> Newest(UnitPath scope, CancellationToken cancellation);

    /// <summary>The units that report without standing in the roster, from the province down, in path order.</summary>
    ValueTask<ImmutableArray<UnitPath>> Unregistered(CancellationToken cancellation);
}
